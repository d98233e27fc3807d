namespace Catalog.WsGateway.Topics;

/// <summary>All there is to know of a topic, for a client that does not have what was said before.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Json">Its data; not checked.</param>
public readonly record struct TopicSnapshot(string Name, ReadOnlyMemory<byte> Json);
