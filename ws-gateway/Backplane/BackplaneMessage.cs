namespace Catalog.WsGateway.Backplane;

/// <summary>What goes from node to node.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Name">The event's name, or the user.</param>
/// <param name="Json">The event's data.</param>
/// <param name="Key">What it is the latest of.</param>
public sealed record BackplaneMessage(
    BackplaneKind Kind, string Topic, string Name, ReadOnlyMemory<byte> Json = default, long Key = 0);
