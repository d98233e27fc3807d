using Catalog.WsGateway.Auth;

namespace Catalog.WsGateway.Handshake;

/// <summary>What client and gateway agreed on.</summary>
/// <param name="Variant">Language and compression.</param>
/// <param name="Identity">Who the client is, if it has signed in already.</param>
internal readonly record struct HandshakeAgreement(int Variant, GatewayIdentity? Identity);
