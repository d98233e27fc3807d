namespace Catalog.Engine.Leaderboards.Anomalies;

/// <summary>How unusual somebody plays.</summary>
/// <param name="Score">0 for like everybody, 1 for like nobody; above <see cref="Flag"/> is for a human to look at.
/// </param>
/// <param name="Pattern">What it looks most like.</param>
public readonly record struct AnomalyVerdict(double Score, CheatPattern Pattern)
{
    /// <summary>From above this score on an account is flagged: the specification's.</summary>
    public const double Flag = 0.8;

    /// <summary>Whether the account is flagged.</summary>
    public bool IsFlagged => Score > Flag;
}
