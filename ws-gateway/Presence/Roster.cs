using Catalog.WsGateway.Backplane;

namespace Catalog.WsGateway.Presence;

/// <summary>
/// Who is in which topic at which nodes: a user is in a topic while at least one node has it there. Bounded. Not
/// thread-safe.
/// </summary>
/// <remarks>
/// <code>
///   _nodes    node → the (topic, user) it has
///   _topics   topic → user → how many nodes have it
/// </code>
/// Invariants: (1) a count is the number of nodes whose set has the pair, and at least 1; (2) a topic's table is not
/// empty; (3) all sets together have at most <c>maxMembers</c> pairs. Costs O(1); a list O(users of the topic).
/// </remarks>
internal sealed class Roster(int maxMembers)
{
    private readonly Dictionary<string, HashSet<PresentMember>> _nodes = [];
    private readonly Dictionary<string, Dictionary<string, int>> _topics = [];
    private int _count;

    /// <summary>A user is at a node; true when no node had it before. Beyond the bound nothing happens.</summary>
    internal bool Enter(string node, PresentMember member)
    {
        if (_count >= maxMembers) return false;
        if (!_nodes.TryGetValue(node, out HashSet<PresentMember>? members)) _nodes[node] = members = [];
        if (!members.Add(member)) return false;
        _count++;
        if (!_topics.TryGetValue(member.Topic, out Dictionary<string, int>? users)) _topics[member.Topic] = users = [];
        users[member.User] = users.GetValueOrDefault(member.User) + 1;
        return users[member.User] == 1;
    }

    /// <summary>A user is at a node no longer; true when no node has it any more.</summary>
    internal bool Leave(string node, PresentMember member)
    {
        if (!_nodes.TryGetValue(node, out HashSet<PresentMember>? members) || !members.Remove(member)) return false;
        _count--;
        if (members.Count == 0) _nodes.Remove(node);
        Dictionary<string, int> users = _topics[member.Topic];
        if (--users[member.User] > 0) return false;
        users.Remove(member.User);
        if (users.Count == 0) _topics.Remove(member.Topic);
        return true;
    }

    /// <summary>All that a node has, at this moment. O(members of the node).</summary>
    internal PresentMember[] MembersOf(string node) =>
        _nodes.TryGetValue(node, out HashSet<PresentMember>? members) ? [.. members] : [];

    /// <summary>Who is in a topic.</summary>
    internal string[] UsersOf(string topic) =>
        _topics.TryGetValue(topic, out Dictionary<string, int>? users) ? [.. users.Keys] : [];

    /// <summary>Fails when an invariant does not hold.</summary>
    internal void CheckInvariants()
    {
        int pairs = 0;
        foreach ((string topic, Dictionary<string, int> users) in _topics)
        {
            Require(users.Count > 0, "(2) a topic without users");
            foreach ((string user, int count) in users)
            {
                var member = new PresentMember(topic, user);
                Require(count == _nodes.Count(one => one.Value.Contains(member)), "(1) a count is wrong");
                pairs += count;
            }
        }

        Require(pairs == _count && _count == _nodes.Sum(static one => one.Value.Count), "(1) pairs without a count");
        Require(_count <= maxMembers, "(3) more members than there may be");
    }

    private static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException(invariant);
    }
}
