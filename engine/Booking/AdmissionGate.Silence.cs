using System.Diagnostics;

namespace Catalog.Engine.Booking;

/// <content>Visitors who wait and are not heard of any more.</content>
public sealed partial class AdmissionGate
{
    /// <summary>When the first of those who wait has been silent for too long, or <see cref="long.MaxValue"/>. O(1).
    /// </summary>
    public long NextSilentMs =>
        _heard.TryPeek(out _, out long heardMs) ? heardMs + Options.PatienceMs : long.MaxValue;

    /// <summary>When a visitor who waits was last heard of, or 0 when they do not wait. O(1); 0 B.</summary>
    public long LastHeardMs(ulong visitor) => _heard.TryGet(visitor, out long heardMs) ? heardMs : 0;

    /// <summary>A visitor who waits gives a sign of life; false when they do not wait. O(log n) amortised.</summary>
    public bool Hear(ulong visitor, long nowMs)
    {
        if (!_heard.TryRemove(visitor, out _)) return false;
        Advance(nowMs);
        bool added = _heard.TryAdd(visitor, _nowMs);
        Debug.Assert(added && _waiting.Contains(visitor), "Whoever is heard of waits.");
        return true;
    }

    /// <summary>How many of those who wait have been silent for too long. O(those); 0 B.</summary>
    public int CountSilent(long nowMs)
    {
        int count = 0;
        int index = 0;
        while (_heard.MoveNext(ref index, out _, out long heardMs) && heardMs + Options.PatienceMs <= nowMs) count++;
        return count;
    }

    /// <summary>Takes their places from those heard of longest ago. O(log n) each; 0 B.</summary>
    /// <param name="nowMs">Now, milliseconds since 1970.</param>
    /// <param name="count">How many; at most as many as wait.</param>
    /// <returns>How many it were.</returns>
    public int DropSilent(long nowMs, int count)
    {
        Advance(nowMs);
        int dropped = 0;
        while (dropped < count && _heard.TryPeek(out ulong visitor, out _))
        {
            StopWaiting(visitor);
            dropped++;
        }

        Debug.Assert(_heard.Count == _waiting.Count, "Whoever waits was heard of.");
        return dropped;
    }
}
