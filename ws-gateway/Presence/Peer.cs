using Catalog.WsGateway.Backplane;

namespace Catalog.WsGateway.Presence;

/// <summary>Another node, as far as its members are known. Guarded by who keeps it.</summary>
internal sealed class Peer
{
    private List<PresentMember>? _parts;
    private int _nextPart;

    /// <summary>When it was last heard of, in ticks.</summary>
    internal int HeardAt { get; set; }

    /// <summary>When it was last asked for its members, in ticks.</summary>
    internal int? AskedAt { get; set; }

    /// <summary>Whether all its members are known.</summary>
    internal bool IsKnown { get; private set; }

    /// <summary>How many of its changes are known.</summary>
    internal long Number { get; private set; }

    /// <summary>Whether a change is the next one; it is counted then.</summary>
    internal bool TryFollow(long number)
    {
        if (!IsKnown || number != Number + 1) return false;
        Number = number;
        return true;
    }

    /// <summary>All its members are known.</summary>
    internal void Know(long number)
    {
        (IsKnown, Number) = (true, number);
        _parts = null;
    }

    /// <summary>Takes a part of its members; all of them once the last one is there.</summary>
    internal List<PresentMember>? Gather(BackplaneMessage message, int maxMembers)
    {
        if (message.Part == 0) (_parts, _nextPart) = ([], 0);
        bool isNext = _parts is not null && message.Part == _nextPart
            && _parts.Count + message.Members.Count <= maxMembers;
        if (!isNext)
        {
            _parts = null;
            return null;
        }

        _parts!.AddRange(message.Members);
        return ++_nextPart == message.PartCount ? _parts : null;
    }
}
