using Catalog.WsGateway.Backplane;

namespace Catalog.WsGateway.Presence;

/// <summary>
/// Who types in which topic. A user types until a time behind the last time it was said, or until it is said to have
/// ended; a node that says no more thus ends nobody's typing but by that time. Bounded. Thread-safe.
/// </summary>
/// <remarks>O(1) each; a sweep O(users that type).</remarks>
internal sealed class TypingBoard(int maxUsers)
{
    private readonly Dictionary<PresentMember, Typist> _typists = [];
    private readonly Lock _gate = new();

    /// <summary>A user types, until a tick.</summary>
    /// <param name="member">Who, and where.</param>
    /// <param name="until">The tick.</param>
    /// <param name="tellAgainAt">
    /// When the other nodes are to be told again, if this is the node that tells them; they are told now, if so.
    /// </param>
    /// <param name="mustTell">Whether they are to be told.</param>
    /// <returns>True when it did not type before.</returns>
    internal bool Type(PresentMember member, int until, (int Now, int Next) tellAgainAt, out bool mustTell)
    {
        lock (_gate)
        {
            bool isKnown = _typists.TryGetValue(member, out Typist typist);
            mustTell = !isKnown || tellAgainAt.Now >= typist.TellAgainAt;
            if (!isKnown && _typists.Count >= maxUsers) return mustTell = false;
            _typists[member] = new Typist(until, mustTell ? tellAgainAt.Next : typist.TellAgainAt);
            return !isKnown;
        }
    }

    /// <summary>A user types no longer; true when it did.</summary>
    internal bool End(PresentMember member)
    {
        lock (_gate) return _typists.Remove(member);
    }

    /// <summary>Takes out those whose time has passed.</summary>
    internal void TakeEnded(int tick, List<PresentMember> into)
    {
        lock (_gate)
        {
            foreach ((PresentMember member, Typist typist) in _typists)
                if (tick >= typist.Until) into.Add(member);
            foreach (PresentMember member in into) _typists.Remove(member);
        }
    }

    private readonly record struct Typist(int Until, int TellAgainAt);
}
