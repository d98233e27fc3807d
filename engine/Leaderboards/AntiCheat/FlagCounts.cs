namespace Catalog.Engine.Leaderboards;

/// <summary>What became of flags of one kind.</summary>
/// <param name="Raised">Cases it was in.</param>
/// <param name="Upheld">Of those, what a human upheld: true positives.</param>
/// <param name="Cleared">Of those, what a human cleared: false positives.</param>
public readonly record struct FlagCounts(long Raised, long Upheld, long Cleared)
{
    /// <summary>The share of the decided ones that was upheld; not a number while none was decided.</summary>
    public double Precision => (double)Upheld / (Upheld + Cleared);

    internal FlagCounts Raise() => this with { Raised = Raised + 1 };

    internal FlagCounts Decide(bool isCleared) =>
        isCleared ? this with { Cleared = Cleared + 1 } : this with { Upheld = Upheld + 1 };
}
