namespace Catalog.WsGateway.Presence;

/// <summary>
/// Who is in which topic. A user is in while at least one connection is, and for a grace behind the last one, so that a
/// client that reconnects never left. Thread-safe.
/// </summary>
/// <remarks>
/// <code>
///   _topics   topic → user → connections that are in, or the tick at which the user will have left
///   _leaving  (topic, user, tick), by tick: each entry is looked at once, when its time has come
/// </code>
/// Invariants: (1) a user without connections has an entry in _leaving at its tick; (2) a user that is not in a topic's
/// table is not in the topic; (3) a topic's table is not empty. Costs O(1); a list O(users of the topic).
/// </remarks>
internal sealed class PresenceBoard
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, Stay>> _topics = [];
    private readonly Queue<(string Topic, string User, int Tick)> _leaving = new();

    /// <summary>One more connection of a user; true when the user comes.</summary>
    internal bool Enter(string topic, string user)
    {
        lock (_gate)
        {
            if (!_topics.TryGetValue(topic, out Dictionary<string, Stay>? users)) _topics[topic] = users = [];
            bool isThere = users.TryGetValue(user, out Stay stay);
            users[user] = new Stay(stay.Connections + 1, 0);
            return !isThere;
        }
    }

    /// <summary>One connection less; the user has left at <paramref name="tick"/> if none comes until then.</summary>
    internal void Leave(string topic, string user, int tick)
    {
        lock (_gate)
        {
            if (!_topics.TryGetValue(topic, out Dictionary<string, Stay>? users)) return;
            if (!users.TryGetValue(user, out Stay stay) || stay.Connections == 0) return;
            users[user] = new Stay(stay.Connections - 1, tick);
            if (stay.Connections == 1) _leaving.Enqueue((topic, user, tick));
        }
    }

    /// <summary>Takes out one user whose time has come; false when there is none. Grace is the same for all.</summary>
    internal bool TryTakeLeft(int now, out string topic, out string user)
    {
        lock (_gate)
        {
            while (_leaving.TryPeek(out (string Topic, string User, int Tick) next) && next.Tick <= now)
            {
                _leaving.Dequeue();
                (topic, user) = (next.Topic, next.User);
                if (!_topics.TryGetValue(topic, out Dictionary<string, Stay>? users)) continue;
                if (!users.TryGetValue(user, out Stay stay) || stay.Connections > 0 || stay.LeavesAt > now) continue;
                users.Remove(user);
                if (users.Count == 0) _topics.Remove(topic);
                return true;
            }
        }

        (topic, user) = ("", "");
        return false;
    }

    /// <summary>Who is in a topic.</summary>
    internal string[] UsersOf(string topic)
    {
        lock (_gate)
            return _topics.TryGetValue(topic, out Dictionary<string, Stay>? users) ? [.. users.Keys] : [];
    }

    private readonly record struct Stay(int Connections, int LeavesAt);
}
