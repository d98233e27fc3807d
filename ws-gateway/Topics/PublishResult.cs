namespace Catalog.WsGateway.Topics;

/// <summary>What became of a message.</summary>
/// <param name="IsTaken">False when the loops are too far behind: nothing has happened, try again later.</param>
/// <param name="Offset">The number the topic gave it.</param>
public readonly record struct PublishResult(bool IsTaken, long Offset);
