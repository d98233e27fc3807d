namespace Catalog.WsGateway;

/// <summary>What else there is to say about a message.</summary>
/// <param name="Key">What it is the latest of, on topics that keep the latest for slow clients.</param>
/// <param name="Except">A connection that does not get it, as its sender.</param>
/// <param name="Offset">
/// Its number on a durable topic, as its history has it; 0: the next. One that is not behind the last was published
/// before, and is left out.
/// </param>
public readonly record struct PublishOptions(long Key = 0, GatewayConnection? Except = null, long Offset = 0);
