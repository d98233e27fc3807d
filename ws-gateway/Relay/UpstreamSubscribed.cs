namespace Catalog.WsGateway.Relay;

/// <summary>The gateway behind's answer to a subscription, and its notice of a gap, which has no recovery.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Epoch">The topic's life.</param>
/// <param name="Offset">The message behind which it goes on.</param>
/// <param name="Recovery">none, complete or gap.</param>
internal sealed record UpstreamSubscribed(string Topic, string Epoch, long Offset, string? Recovery = null);
