using Catalog.WsGateway.Loops;
using Catalog.WsGateway.Protocols;
using Catalog.WsGateway.Relay;

namespace Catalog.WsGateway.Topics;

/// <summary>What a topic needs that is another gateway's.</summary>
internal sealed partial class Topic
{
    /// <summary>The last message's number.</summary>
    internal long LastOffset
    {
        get
        {
            lock (_gate) return _last;
        }
    }

    /// <summary>Whether the ring has everything behind a message of an epoch.</summary>
    internal bool GoesOnBehind(string epoch, long offset)
    {
        lock (_gate) return epoch == Epoch && _history!.Has(offset);
    }

    /// <summary>
    /// Goes on behind another offset, perhaps in another epoch; whoever listens is told of the gap, however slow it is.
    /// </summary>
    internal void Restart(string epoch, long offset)
    {
        lock (_gate)
        {
            (Epoch, _last) = (epoch, offset);
            _history?.Skip(offset);
            if (_subscriberCount == 0) return;
            FrameEncoder encoder = FrameEncoder.Current;
            encoder.BeginGap(this, offset);
            var details = new PublishDetails(offset, 0, null, null, EntryKind.Notice);
            foreach (TopicShard shard in _shards)
                if (shard.IsWanted) shard.Loop.PostPublish(shard, encoder, in details);
        }
    }

    /// <summary>Begins a subscription with what another gateway says, and the ring's messages behind that.</summary>
    internal BeginOutcome Begin(Subscription subscription, ReadOnlySpan<byte> id, RelayReplay replay)
    {
        lock (_gate)
        {
            if (_isRetired) return BeginOutcome.Retired;
            bool isCovered = replay.Epoch == Epoch && replay.LastOffset <= _last && _history!.Has(replay.LastOffset);
            if (!isCovered) return BeginOutcome.MustAsk;
            CountIn(subscription);
            FrameEncoder encoder = FrameEncoder.Current;
            GatewayConnection connection = subscription.Connection;
            encoder.BeginReplay(connection.Variant);
            encoder.AddSubscribed(this, id, replay.Recovery, replay.StartOffset);
            foreach (ReadOnlyMemory<byte> envelope in replay.Envelopes) encoder.AddEnvelope(envelope.Span);
            for (long offset = replay.LastOffset + 1; offset <= _last; offset++)
                encoder.AddEnvelope(_history![offset]);
            connection.Loop.PostBytes(
                EntryKind.Subscribe, connection, encoder.Replay, subscription.Shard, subscription);
            return BeginOutcome.Begun;
        }
    }

    /// <summary>Ends the topic's life, unless somebody listens.</summary>
    internal bool TryEnd()
    {
        lock (_gate) return _isRetired = _subscriberCount == 0;
    }
}
