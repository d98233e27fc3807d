using Catalog.WsGateway.Loops;

namespace Catalog.WsGateway.Topics;

/// <summary>
/// A topic's subscribers in one loop. The list belongs to the loop; what they want, by variant, is the topic's, which
/// counts a subscriber from before the loop hears of it until after it was removed, so that no frame is missing.
/// </summary>
internal sealed class TopicShard(Topic topic, GatewayLoop loop)
{
    private readonly int[] _wanted = new int[Variant.Count];
    private GatewayConnection[] _connections = new GatewayConnection[2];
    private Subscription[] _subscriptions = new Subscription[2];
    private int _count;

    internal Topic Topic { get; } = topic;

    internal GatewayLoop Loop { get; } = loop;

    /// <summary>The last message this loop has seen. The loop's.</summary>
    internal long LastOffset { get; set; }

    /// <summary>Who gets the topic's messages. The loop's.</summary>
    internal ReadOnlySpan<GatewayConnection> Connections => _connections.AsSpan(0, _count);

    /// <summary>Subscribers of a variant. The topic's.</summary>
    internal int WantedCount(int variant) => _wanted[variant];

    /// <summary>Whether anybody here wants messages. The topic's.</summary>
    internal bool IsWanted => (_wanted[0] | _wanted[1] | _wanted[2] | _wanted[3]) != 0;

    internal void Count(int variant, int change) => _wanted[variant] += change;

    internal void Add(Subscription subscription)
    {
        if (subscription.Index >= 0) return;
        if (_count == _connections.Length)
        {
            Array.Resize(ref _connections, 2 * _count);
            Array.Resize(ref _subscriptions, 2 * _count);
        }

        _connections[_count] = subscription.Connection;
        _subscriptions[_count] = subscription;
        subscription.Index = _count++;
    }

    internal void Remove(Subscription subscription)
    {
        int index = subscription.Index;
        if (index < 0) return;
        _count--;
        _connections[index] = _connections[_count];
        _subscriptions[index] = _subscriptions[_count];
        _subscriptions[index].Index = index;
        (_connections[_count], _subscriptions[_count]) = (null!, null!);
        subscription.Index = -1;
    }
}
