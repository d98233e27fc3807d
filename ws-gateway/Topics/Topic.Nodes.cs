using Catalog.WsGateway.Backplane;

namespace Catalog.WsGateway.Topics;

/// <summary>What a topic needs whose messages go from node to node.</summary>
internal sealed partial class Topic
{
    // How many messages each other node has told, and whether one of them was missed that nobody was told of yet.
    private Dictionary<string, long>? _heard;
    private Task? _listening;
    private long _toldCount;
    private bool _hasMissed;

    /// <summary>Whether its messages go from node to node, where there are several.</summary>
    internal bool GoesBetweenNodes => !Options.FedAtEveryNode && Options.History is null && !Options.IsRelayed;

    /// <summary>Publishes a message and tells the other nodes, in one order for both.</summary>
    /// <returns>False when the topic is no more; there may be a new one of its name.</returns>
    internal bool TryPublishToAll(
        BackplaneMessage message, IGatewayBackplane backplane, ReadOnlySpan<byte> jsonEvent, in PublishOptions to,
        out PublishResult result)
    {
        lock (_gate)
        {
            if (!TryPublish(jsonEvent, message.Json.Span, in to, out result)) return false;
            if (result.IsTaken) backplane.Send(message with { Number = ++_toldCount });
            return true;
        }
    }

    /// <summary>
    /// Publishes what another node has told. Does not keep the topic alive; of what was missed on the way the
    /// subscribers are told.
    /// </summary>
    internal void PublishFromAfar(BackplaneMessage message, ReadOnlySpan<byte> jsonEvent)
    {
        lock (_gate)
        {
            if (_isRetired) return;
            _heard ??= [];
            bool isKnown = _heard.TryGetValue(message.Node, out long before);

            // A node's first is 1, also when its topic has begun a new life; one that listens later begins in between.
            _hasMissed |= isKnown && message.Number != before + 1 && message.Number != 1;
            _heard[message.Node] = message.Number;
            TellMissed();
            var to = new PublishOptions(message.Key);
            bool wasSeen = _lastSeen == _last;
            if (!Publish(jsonEvent, message.Json.Span, in to).IsTaken) _hasMissed = true;
            if (wasSeen) _lastSeen = _last;
        }
    }

    /// <summary>Something may have been missed: whoever listens, or listened, has to take a snapshot.</summary>
    internal void Miss()
    {
        lock (_gate)
        {
            if (_isRetired || _listening is null) return;
            _hasMissed = true;
            _heard?.Clear();
            TellMissed();
        }
    }

    /// <summary>
    /// Begins to listen to the other nodes, once in the topic's life; completes when they are heard. Null when the
    /// topic is no more.
    /// </summary>
    internal Task? ListenAsync(IGatewayBackplane backplane)
    {
        lock (_gate) return _isRetired ? null : _listening ??= backplane.ListenAsync(Name);
    }

    /// <summary>Ends listening, as the topic's life has ended.</summary>
    internal void Unlisten(IGatewayBackplane backplane)
    {
        lock (_gate)
        {
            if (_listening is null) return;
            _listening = null;
            backplane.Unlisten(Name);
        }
    }

    /// <summary>
    /// The gap has a number of its own, so that a client that was away and had all before it is told, too. Where the
    /// loops have no room the next message brings it.
    /// </summary>
    private void TellMissed()
    {
        if (!_hasMissed) return;
        foreach (TopicShard shard in _shards)
            if (shard.IsWanted && !shard.Loop.HasRoom) return;
        _hasMissed = false;
        bool wasSeen = _lastSeen == _last;
        Restart(Epoch, _last + 1);
        if (wasSeen) _lastSeen = _last;
    }
}
