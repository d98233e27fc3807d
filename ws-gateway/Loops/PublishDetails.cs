namespace Catalog.WsGateway.Loops;

/// <summary>What goes with a topic's message to a loop.</summary>
/// <param name="Offset">Its number.</param>
/// <param name="Key">What it is the latest of.</param>
/// <param name="Except">Who does not get it.</param>
/// <param name="Apart">Its frames, if they are too large to be copied.</param>
/// <param name="Kind">Whether it is a message, or a notice that is never left out.</param>
internal readonly record struct PublishDetails(
    long Offset, long Key, GatewayConnection? Except, ApartFrames? Apart, EntryKind Kind = EntryKind.Publish);
