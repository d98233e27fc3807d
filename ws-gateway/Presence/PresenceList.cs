namespace Catalog.WsGateway.Presence;

/// <summary>Who is in a topic, for a client that asks.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="UserIds">The users, in no order.</param>
internal sealed record PresenceList(string Topic, string[] UserIds);
