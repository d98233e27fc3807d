namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>How players come and stay, day by day (UTC).</summary>
/// <param name="Players">How many players there are, who ever played.</param>
/// <param name="Days">The days.</param>
/// <param name="Sessions">Sessions that began on them, by how long they lasted.</param>
public sealed record EngagementAnswer(
    int Players, IReadOnlyList<EngagementDayAnswer> Days, IReadOnlyList<SessionLengthAnswer> Sessions)
{
    /// <summary>Since when everything is known; absent for all time.</summary>
    public DateTime? Since { get; init; }

    /// <summary>Everything that was durable then is known.</summary>
    public required DateTime AsOf { get; init; }
}
