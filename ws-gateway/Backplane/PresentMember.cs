namespace Catalog.WsGateway.Backplane;

/// <summary>A user that is in a topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="User">The user.</param>
public readonly record struct PresentMember(string Topic, string User);
