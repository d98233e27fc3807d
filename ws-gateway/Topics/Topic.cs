using System.Text.Json;
using Catalog.WsGateway.Loops;
using Catalog.WsGateway.Protocols;

namespace Catalog.WsGateway.Topics;

/// <summary>
/// A named stream of numbered messages. Its lock orders publishing and subscribing, and that order is the one the loops
/// see; so what a client missed and what comes live join without a seam.
/// </summary>
/// <remarks>
/// Offsets count from 1 within an epoch, a life of the topic. Publishing costs one encoding and one copy a loop and
/// variant that is wanted, whatever the number of subscribers, and allocates nothing. Thread-safe.
/// </remarks>
internal sealed partial class Topic
{
    private readonly Lock _gate = new();
    private readonly TopicShard[] _shards;
    private readonly HistoryRing? _history;
    private long _last;
    private long _lastSeen = -1;
    private int _quietSince;
    private int _subscriberCount;
    private bool _isRetired;

    internal Topic(string name, string epoch, TopicOptions options, GatewayLoop[] loops)
    {
        (Name, Epoch, Options) = (name, options.History?.Epoch ?? epoch, options);
        JsonName = JsonEncodedText.Encode(name).EncodedUtf8Bytes.ToArray();
        _shards = Array.ConvertAll(loops, loop => new TopicShard(this, loop));
        if (options.History is { } history) _last = history.LastOffset(name);
        if (options.HistoryMessages > 0) _history = new HistoryRing(options.HistoryMessages, options.HistoryBytes);
    }

    internal string Name { get; }

    /// <summary>The name as it stands between quotes.</summary>
    internal byte[] JsonName { get; }

    internal string Epoch { get; private set; }

    internal TopicOptions Options { get; }

    internal int SubscriberCount => Volatile.Read(ref _subscriberCount);

    internal TopicShard ShardOf(GatewayLoop loop) => _shards[loop.Index];

    /// <summary>Numbers a message and posts it to every loop that has subscribers.</summary>
    /// <returns>False when the topic is no more; there may be a new one of its name.</returns>
    internal bool TryPublish(
        ReadOnlySpan<byte> jsonEvent, ReadOnlySpan<byte> data, in PublishOptions to, out PublishResult result)
    {
        lock (_gate)
        {
            result = _isRetired ? default : Publish(jsonEvent, data, in to);
            return !_isRetired;
        }
    }

    /// <summary>
    /// Ends the topic's life when nobody has been here and nothing was published for a while. Asked at each walk
    /// through the topics.
    /// </summary>
    internal bool TryRetire(int tick, int idleTicks)
    {
        lock (_gate)
        {
            bool isBusy = _subscriberCount > 0 || _last != _lastSeen || Options.IsRelayed;
            if (isBusy) (_lastSeen, _quietSince) = (_last, tick);
            return _isRetired = !isBusy && tick - _quietSince >= (_history is null ? 1 : idleTicks);
        }
    }

    private PublishResult Publish(ReadOnlySpan<byte> jsonEvent, ReadOnlySpan<byte> data, in PublishOptions to)
    {
        FrameEncoder encoder = FrameEncoder.Current;
        foreach (TopicShard shard in _shards)
            if (shard.IsWanted && !shard.Loop.HasRoom) return default;
        long offset = to.Offset > 0 ? to.Offset : _last + 1;
        if (offset <= _last) return new PublishResult(true, offset);
        if (_subscriberCount > 0 || _history is not null) Encode(encoder, jsonEvent, offset, data);
        _last = offset;
        if (_subscriberCount == 0 && _history is null) return new PublishResult(true, offset);
        _history?.Add(offset, encoder.Envelope);
        var details = new PublishDetails(offset, to.Key, to.Except, encoder.MakeApart(_shards));
        foreach (TopicShard shard in _shards)
            if (shard.IsWanted) shard.Loop.PostPublish(shard, encoder, in details);
        return new PublishResult(true, offset);
    }

    /// <summary>
    /// Counts messages nobody hears: whoever comes later reads them from the topic's own history. Not while there are
    /// subscribers.
    /// </summary>
    /// <returns>False when the topic is no more; there may be a new one of its name.</returns>
    internal bool TrySkip(long offset, out bool isSkipped)
    {
        lock (_gate)
        {
            isSkipped = !_isRetired && _subscriberCount == 0 && Options.History is not null;
            if (!isSkipped || offset <= _last) return !_isRetired;
            _last = offset;
            _history?.Skip(offset);
            return true;
        }
    }

    /// <summary>
    /// Begins a subscription, if nothing has to be read for it: the answer, then what was missed, then, from the next
    /// message on, what comes.
    /// </summary>
    internal BeginOutcome Begin(Subscription subscription, ReadOnlySpan<byte> id, ResumeFrom? from)
    {
        lock (_gate)
        {
            if (_isRetired) return BeginOutcome.Retired;
            Recovery recovery = RecoveryOf(from);
            if (Options.IsRelayed && recovery != Recovery.Complete) return BeginOutcome.MustAsk;
            bool mayRead = recovery == Recovery.Gap && Options.History is not null && from!.Value.Epoch == Epoch
                && from.Value.Offset < _last;
            if (mayRead) return BeginOutcome.MustRead;
            Join(subscription, id, recovery, from?.Offset ?? 0, null);
            return BeginOutcome.Begun;
        }
    }

    /// <summary>Begins a subscription with what was read, once the ring has the rest.</summary>
    internal bool TryJoin(Subscription subscription, ReadOnlySpan<byte> id, HistoryPage page)
    {
        lock (_gate)
        {
            bool isCovered = page.LastOffset >= _last || (_history is { } ring && ring.Has(page.LastOffset));
            if (isCovered) Join(subscription, id, Recovery.Complete, page.FirstOffset, page);
            return isCovered;
        }
    }

    /// <summary>Begins a subscription; behind what was read, if anything was, follow the ring's messages.</summary>
    internal void Join(
        Subscription subscription, ReadOnlySpan<byte> id, Recovery recovery, long from, HistoryPage? page)
    {
        FrameEncoder encoder = FrameEncoder.Current;
        GatewayConnection connection = subscription.Connection;
        lock (_gate)
        {
            if (subscription.IsEnded) return;
            CountIn(subscription);
            bool isComplete = recovery == Recovery.Complete;
            encoder.BeginReplay(connection.Variant);
            encoder.AddSubscribed(this, id, recovery, isComplete ? from : _last);
            for (int i = 0; i < page?.Count; i++)
                if (page.OffsetAt(i) <= _last) encoder.AddEnvelope(page.EnvelopeAt(i));
            for (long offset = (page?.LastOffset ?? from) + 1; isComplete && offset <= _last; offset++)
                encoder.AddEnvelope(_history![offset]);
            connection.Loop.PostBytes(
                EntryKind.Subscribe, connection, encoder.Replay, subscription.Shard, subscription);
            if (!isComplete && subscription.Snapshot is { } make) SendSnapshot(connection, make());
        }
    }

    private void SendSnapshot(GatewayConnection connection, TopicSnapshot snapshot)
    {
        FrameEncoder encoder = FrameEncoder.Current;
        ReadOnlySpan<byte> name = JsonEncodedText.Encode(snapshot.Name).EncodedUtf8Bytes;
        encoder.BeginPublication(this, name, _last, snapshot.Json.Span);
        connection.Loop.PostBytes(EntryKind.Direct, connection, encoder.FrameOf(connection.Variant));
    }

    /// <summary>Ends a subscription in order with what was published before.</summary>
    internal void Unsubscribe(Subscription subscription)
    {
        lock (_gate)
        {
            if (!TryForget(subscription)) return;
            GatewayConnection connection = subscription.Connection;
            connection.Loop.Post(EntryKind.Unsubscribe, connection, subscription.Shard, subscription);
        }
    }

    private void CountIn(Subscription subscription)
    {
        subscription.IsCounted = true;
        subscription.Shard.Count(subscription.Connection.Variant, 1);
        _subscriberCount++;
    }

    /// <summary>No longer counts a subscriber whose loop has removed it.</summary>
    internal void Forget(Subscription subscription)
    {
        lock (_gate) TryForget(subscription);
    }

    /// <summary>
    /// Makes all frames there will be need of, before anything has happened: data that is no JSON throws.
    /// </summary>
    private void Encode(FrameEncoder encoder, ReadOnlySpan<byte> jsonEvent, long offset, ReadOnlySpan<byte> data)
    {
        encoder.BeginPublication(this, jsonEvent, offset, data);
        foreach (TopicShard shard in _shards)
            for (int variant = 0; variant < Variant.Count; variant++)
                if (shard.WantedCount(variant) > 0) _ = encoder.FrameOf(variant);
    }

    private bool TryForget(Subscription subscription)
    {
        if (subscription.IsEnded) return false;
        subscription.IsEnded = true;
        if (!subscription.IsCounted) return true;
        subscription.Shard.Count(subscription.Connection.Variant, -1);
        _subscriberCount--;
        return true;
    }

    private Recovery RecoveryOf(ResumeFrom? from)
    {
        if (from is not { } last) return Recovery.None;
        if (last.Epoch != Epoch || last.Offset > _last || last.Offset < 0) return Recovery.Gap;
        if (last.Offset == _last) return Recovery.Complete;
        return _history is { } history && history.Has(last.Offset) ? Recovery.Complete : Recovery.Gap;
    }
}
