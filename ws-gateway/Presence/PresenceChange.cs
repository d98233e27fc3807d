using Catalog.WsGateway.Backplane;

namespace Catalog.WsGateway.Presence;

/// <summary>A user came to a topic, or left it, with regard to all nodes.</summary>
/// <param name="Member">Who, and where.</param>
/// <param name="HasCome">Whether it came.</param>
internal readonly record struct PresenceChange(PresentMember Member, bool HasCome);
