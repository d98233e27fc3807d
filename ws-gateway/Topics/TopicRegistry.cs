using System.Collections.Concurrent;
using Catalog.WsGateway.Backplane;
using Catalog.WsGateway.Loops;

namespace Catalog.WsGateway.Topics;

/// <summary>The topics there are, and the rules by which one comes into being. Bounded. Thread-safe.</summary>
internal sealed class TopicRegistry(
    GatewayOptions options, GatewayLoop[] loops, string epoch, IGatewayBackplane? backplane = null)
{
    internal const int MaxNameLength = 200;

    private readonly ConcurrentDictionary<string, Topic> _topics = new();
    private readonly Lock _gate = new();
    private long _lives;
    private volatile (string Pattern, TopicOptions Options)[] _rules = [];

    internal int Count => _topics.Count;

    /// <summary>Makes a rule: for one name, or for all that begin with what stands before a star.</summary>
    internal void AddRule(string pattern, TopicOptions rule)
    {
        // The longest pattern, which says most, comes first.
        lock (_gate) _rules = [.. _rules.Append((pattern, rule)).OrderByDescending(one => one.Item1.Length)];
    }

    internal TopicOptions OptionsOf(string name)
    {
        foreach ((string pattern, TopicOptions rule) in _rules)
        {
            bool isPrefix = pattern.EndsWith('*');
            ReadOnlySpan<char> prefix = pattern.AsSpan(0, pattern.Length - 1);
            if (isPrefix ? name.AsSpan().StartsWith(prefix) : name == pattern) return rule;
        }

        return options.Topics;
    }

    internal Topic? Find(string name) => _topics.GetValueOrDefault(name);

    /// <summary>The topic of a name; null when there are as many as there may be, or the name is too long.</summary>
    internal Topic? GetOrAdd(string name)
    {
        if (_topics.TryGetValue(name, out Topic? topic)) return topic;
        if (name.Length is 0 or > MaxNameLength) return null;
        lock (_gate)
        {
            if (_topics.TryGetValue(name, out topic)) return topic;
            if (_topics.Count >= options.MaxTopics) return null;
            return _topics[name] = new Topic(name, $"{epoch}-{++_lives}", OptionsOf(name), loops);
        }
    }

    /// <summary>Removes topics nobody has used for a while. O(topics).</summary>
    internal void Retire(int tick, int idleTicks)
    {
        foreach (KeyValuePair<string, Topic> one in _topics)
            if (one.Value.TryRetire(tick, idleTicks)) Remove(one.Value);
    }

    /// <summary>Removes a topic that is retired; one that came into being since stays.</summary>
    internal void Remove(Topic topic)
    {
        if (_topics.TryRemove(KeyValuePair.Create(topic.Name, topic)) && backplane is not null)
            topic.Unlisten(backplane);
    }

    /// <summary>What other nodes said may be lost. O(topics).</summary>
    internal void Miss()
    {
        foreach (KeyValuePair<string, Topic> one in _topics) one.Value.Miss();
    }
}
