using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>The events and tournaments of a mode, by id. Those that have not ended are few; submits look at them all.
/// </summary>
internal sealed class ContestList
{
    /// <summary>The most of a mode, ended ones included; the oldest ended leave.</summary>
    public const int MaxCount = 1000;

    private readonly SortedDictionary<int, Contest> _all = [];
    private readonly List<Contest> _live = [];

    /// <summary>All of them, by id.</summary>
    public IReadOnlyCollection<Contest> All => _all.Values;

    /// <summary>Those that have not ended.</summary>
    public ReadOnlySpan<Contest> Live => CollectionsMarshal.AsSpan(_live);

    /// <summary>The id of the next new one. O(n).</summary>
    public int NextId => _all.Count == 0 ? 1 : _all.Keys.Max() + 1;

    /// <summary>Whether no further one can be planned.</summary>
    public bool IsFull => _live.Count >= MaxCount;

    /// <summary>Finds one.</summary>
    public bool TryFind(int id, [NotNullWhen(true)] out Contest? contest) => _all.TryGetValue(id, out contest);

    /// <summary>One that ends at or before a moment, or null: the earliest id first.</summary>
    public Contest? FindOver(long nowMs)
    {
        foreach (Contest contest in _live)
            if (contest.Terms.EndMs <= nowMs) return contest;
        return null;
    }

    /// <summary>When the first of them ends; <see cref="long.MaxValue"/> for never.</summary>
    public long FirstEndMs
    {
        get
        {
            long first = long.MaxValue;
            foreach (Contest contest in _live) first = Math.Min(first, contest.Terms.EndMs);
            return first;
        }
    }

    /// <summary>What scores are worth at a moment on all boards, in percent: the most that any event says.</summary>
    public int MultiplierPercentAt(long timeMs, byte region)
    {
        int percent = 100;
        foreach (Contest contest in Live)
        {
            ContestTerms terms = contest.Terms;
            if (!terms.MultipliesBoards || !terms.Spans(timeMs)) continue;
            if (terms.Region == 0 || terms.Region == region) percent = Math.Max(percent, terms.MultiplierPercent);
        }

        return percent;
    }

    /// <summary>Plans one, or changes its rules. Returns the board of one that had to leave, if any.</summary>
    public BoardKey? Save(ContestTerms terms)
    {
        if (_all.TryGetValue(terms.Id, out Contest? known))
        {
            known.Terms = terms;
            return null;
        }

        Contest? leaving = _all.Count >= MaxCount ? _all.Values.FirstOrDefault(static each => each.HasEnded) : null;
        if (leaving is not null) _all.Remove(leaving.Terms.Id);
        Add(new Contest(terms));
        return leaving?.Board;
    }

    /// <summary>One is over.</summary>
    public void End(Contest contest)
    {
        contest.HasEnded = true;
        _live.Remove(contest);
    }

    /// <summary>Encodes all by id. O(n).</summary>
    public void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_all.Count);
        foreach (Contest contest in _all.Values) contest.Write(ref writer);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote into an empty list. O(n).</summary>
    public void Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++) Add(Contest.Read(ref reader));
    }

    private void Add(Contest contest)
    {
        _all.Add(contest.Terms.Id, contest);
        if (contest.HasEnded) return;
        int index = _live.FindIndex(each => each.Terms.Id > contest.Terms.Id);
        _live.Insert(index < 0 ? _live.Count : index, contest);
    }
}
