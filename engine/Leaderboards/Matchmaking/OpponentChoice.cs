namespace Catalog.Engine.Leaderboards.Matchmaking;

/// <summary>The best opponents so far, the best first.</summary>
// mutable: opponents are added while a search goes on
internal ref struct OpponentChoice(Span<Opponent> found, Span<double> worths)
{
    private readonly Span<Opponent> _found = found;
    private readonly Span<double> _worths = worths;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many were considered since <see cref="Begin"/>.</summary>
    public int Considered { get; private set; }

    /// <summary>How many are wanted.</summary>
    public readonly int Wanted => _found.Length;

    /// <summary>Whether there are as many as are wanted.</summary>
    public readonly bool IsFull => Count == _found.Length;

    /// <summary>Begins to look somewhere else.</summary>
    public void Begin() => Considered = 0;

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds an opponent, if it is among the best. O(wanted).</summary>
    public void Add(double worth, in Opponent opponent)
    {
        Considered++;
        int at = Count;
        while (at > 0 && worth > _worths[at - 1]) at--;
        if (at == _found.Length) return;
        int kept = Math.Min(Count, _found.Length - 1) - at;
        _found.Slice(at, kept).CopyTo(_found[(at + 1)..]);
        _worths.Slice(at, kept).CopyTo(_worths[(at + 1)..]);
        (_found[at], _worths[at]) = (opponent, worth);
        Count = Math.Min(Count + 1, _found.Length);
    }
}
