using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>Where a player is going.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="GameMode">The mode.</param>
/// <param name="Rank">The rank now; absent while banned.</param>
/// <param name="Score">The all-time score now.</param>
/// <param name="ScoreADay">The player's pace; absent when it is not known yet.</param>
/// <param name="DaysKnown">Days the pace rests on, 28 at most.</param>
/// <param name="Words">The sentence that matters most.</param>
/// <param name="Milestones">Ranks to come, the next one first, and the best one that is held.</param>
/// <param name="Forecast">The rank to be expected in 7, 14, 30 and 90 days; none when no pace is known.</param>
public sealed record ProjectionListAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string GameMode,
    long? Rank,
    long Score,
    double? ScoreADay,
    int DaysKnown,
    string Words,
    IReadOnlyList<MilestoneAnswer> Milestones,
    IReadOnlyList<RankForecastAnswer> Forecast);
