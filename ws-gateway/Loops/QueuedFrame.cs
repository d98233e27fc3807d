using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Loops;

/// <summary>A frame that waits for a stalled connection; without a frame it was taken back.</summary>
/// <param name="Frame">The bytes.</param>
/// <param name="Topic">Whose message it is; null for one meant for this connection alone.</param>
/// <param name="Key">What it is the latest of.</param>
internal readonly record struct QueuedFrame(SharedFrame? Frame, Topic? Topic, long Key);
