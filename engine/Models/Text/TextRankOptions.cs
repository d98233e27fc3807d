namespace Catalog.Engine.Models.Text;

/// <summary>How a <see cref="TextRank"/> summary is made.</summary>
public sealed record TextRankOptions
{
    /// <summary>How likely a reader follows a link rather than begins anew: 0.85 as in the paper.</summary>
    public double Damping { get; init; } = 0.85;

    /// <summary>Sentences that are looked at, the first ones; the matrix has their square, 4 bytes each.</summary>
    public int MaxSentences { get; init; } = 500;

    /// <summary>A sentence this similar to one that is picked (cosine of their words) adds nothing.</summary>
    public double SameAt { get; init; } = 0.7;

    /// <summary>Rounds of the power method at most.</summary>
    public int MaxRounds { get; init; } = 100;

    /// <summary>Less change than this ends it.</summary>
    public double Tolerance { get; init; } = 1e-6;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Damping, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Damping, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSentences, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxSentences, 2000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRounds, 1);
    }
}
