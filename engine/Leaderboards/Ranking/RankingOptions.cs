using Catalog.Engine.Collections;

namespace Catalog.Engine.Leaderboards;

/// <summary>How a ranking ranks.</summary>
public sealed record RankingOptions
{
    /// <summary>Most members, hidden ones included.</summary>
    public required int Capacity { get; init; }

    /// <summary>Which scores come first.</summary>
    public ScoreOrder Order { get; init; }

    /// <summary>Whether distinct scores are counted, which dense ranks need and every change pays for.</summary>
    public bool CountsDistinctScores { get; init; }

    /// <summary>Where memory comes from and goes back to, shared by rankings of one thread; or nothing.</summary>
    public SlabPool? Pool { get; init; }
}
