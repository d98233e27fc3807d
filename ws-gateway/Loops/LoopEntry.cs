using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Loops;

/// <summary>One thing for a loop to do, in the order it was asked for.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Shard">The topic, as this loop has it.</param>
/// <param name="Connection">Whom it concerns; for a topic's message, who does not get it.</param>
/// <param name="Detail">Frames too large for the palette, a subscription, a close order.</param>
/// <param name="Key">What a message is the latest of, for topics that keep the latest.</param>
/// <param name="Offset">A topic's message's number.</param>
/// <param name="Ranges">The frames, by variant; for one connection the first.</param>
internal readonly record struct LoopEntry(
    EntryKind Kind, TopicShard? Shard, GatewayConnection? Connection, object? Detail, long Key, long Offset,
    FrameRanges Ranges)
{
    private const int LargeBytes = 2 * 1024;

    /// <summary>Whether writing it to many takes long.</summary>
    internal bool IsLarge
    {
        get
        {
            for (int variant = 0; variant < Variant.Count; variant++)
                if (Ranges[variant].LengthBytes >= LargeBytes) return true;
            return false;
        }
    }

    /// <summary>Whether it is for a topic's subscribers.</summary>
    internal bool IsForTopic => Kind is EntryKind.Publish or EntryKind.Notice;
}
