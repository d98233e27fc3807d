using System.Runtime.InteropServices;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// What waits for review and what was reviewed, by case id. A player has one open case at most; further submissions
/// that break rules are added to it, and what the analyzer says of the player. The oldest decided ones leave when there
/// are too many.
/// </summary>
/// <remarks>Finding is O(log n), adding O(1) amortised. Owned by the mode's shard.</remarks>
internal sealed class CaseQueue
{
    /// <summary>The most cases that are kept.</summary>
    public const int MaxCount = 1 << 17;

    /// <summary>The most held submissions a case keeps; further ones are only counted.</summary>
    public const int MaxHeld = 16;

    private readonly List<CheatCase> _cases = [];
    private readonly Dictionary<ulong, long> _openOf = [];

    /// <summary>The id the next case gets.</summary>
    public long NextId { get; private set; } = 1;

    /// <summary>How many wait for review.</summary>
    public int OpenCount => _openOf.Count;

    /// <summary>All that are kept, by id.</summary>
    public ReadOnlySpan<CheatCase> All => CollectionsMarshal.AsSpan(_cases);

    /// <summary>The case a held submission of a player goes to; 0 when there is no room. O(1).</summary>
    public long CaseFor(ulong playerId)
    {
        if (_openOf.TryGetValue(playerId, out long open)) return open;
        return OpenCount < MaxCount ? NextId : 0;
    }

    /// <summary>The index of the first case behind an id. O(log n).</summary>
    public int IndexBehind(long caseId)
    {
        int low = 0, high = _cases.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_cases[middle].CaseId <= caseId) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Finds a case. O(log n).</summary>
    public bool TryFind(long caseId, out CheatCase found)
    {
        int index = IndexBehind(caseId) - 1;
        bool isThere = index >= 0 && _cases[index].CaseId == caseId;
        found = isThere ? _cases[index] : default;
        return isThere;
    }

    /// <summary>The latest case of a player that the analyzer raised, open or not; null for none. O(n).</summary>
    public CheatCase? LatestRaised(ulong playerId)
    {
        for (int i = _cases.Count - 1; i >= 0; i--)
            if (_cases[i].PlayerId == playerId && _cases[i].Anomaly is not null) return _cases[i];
        return null;
    }

    /// <summary>Adds a held submission to a case, which begins with it when it is new. O(log n).</summary>
    public void Hold(long caseId, ulong playerId, in HeldScore held)
    {
        int index = FindOrOpen(caseId, playerId, held.PlayedMs);
        CheatCase old = _cases[index];
        _cases[index] = old with
        {
            Reasons = old.Reasons | held.Reasons,
            LastMs = held.PlayedMs,
            HeldCount = old.HeldCount + 1,
            Held = old.Held.Count < MaxHeld ? [.. old.Held, held] : old.Held,
        };
    }

    /// <summary>Notes what the analyzer says in a case, which begins with it when it is new. O(log n).</summary>
    public void Flag(long caseId, ulong playerId, AnomalyNote note, long timeMs)
    {
        int index = FindOrOpen(caseId, playerId, timeMs);
        _cases[index] = _cases[index] with { Anomaly = note, LastMs = timeMs };
    }

    /// <summary>Decides a case. O(log n).</summary>
    public void Close(long caseId, CaseStatus status, ulong moderatorId, long timeMs)
    {
        int index = IndexBehind(caseId) - 1;
        CheatCase old = _cases[index];
        _openOf.Remove(old.PlayerId);
        _cases[index] = old with { Status = status, ModeratorId = moderatorId, ClosedMs = timeMs };
    }

    /// <summary>Encodes: <c>[next id, [case, …]]</c>. O(n).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.Write(NextId);
        WireList.Write(ref writer, _cases);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote into an empty queue. O(n).</summary>
    public void Read(ref MessagePackReader reader)
    {
        NextId = reader.ReadInt64();
        _cases.AddRange(WireList.Read<CheatCase>(ref reader));
        foreach (CheatCase one in _cases)
            if (one.Status == CaseStatus.Open) _openOf.Add(one.PlayerId, one.CaseId);
    }

    private int FindOrOpen(long caseId, ulong playerId, long timeMs)
    {
        int index = IndexBehind(caseId) - 1;
        if (index >= 0 && _cases[index].CaseId == caseId) return index;
        if (_cases.Count >= MaxCount) DropDecidedSlow();
        _cases.Add(new CheatCase(caseId, playerId, CaseStatus.Open, 0, timeMs, timeMs, 0, 0, 0, []));
        _openOf.Add(playerId, caseId);
        NextId = caseId + 1;
        return _cases.Count - 1;
    }

    // The older half of the decided ones, so that it is seldom done.
    private void DropDecidedSlow()
    {
        int toDrop = (_cases.Count - OpenCount + 1) / 2;
        int kept = 0;
        for (int i = 0; i < _cases.Count; i++)
        {
            if (toDrop > 0 && _cases[i].Status != CaseStatus.Open) toDrop--;
            else _cases[kept++] = _cases[i];
        }

        _cases.RemoveRange(kept, _cases.Count - kept);
    }
}
