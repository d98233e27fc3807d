using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>What a human needs to decide on a player.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="GameMode">The mode.</param>
/// <param name="Anomaly">What the analyzer says now; absent while it knows too little.</param>
/// <param name="Games">The latest games in the mode, the earliest first, 300 at most.</param>
/// <param name="Comparison">The player beside everybody; empty without games.</param>
/// <param name="Rating">The rating; absent without a rated game.</param>
/// <param name="Percentile">Share of all rated players who are rated lower.</param>
public sealed record EvidenceAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    string GameMode,
    AnomalyAnswer? Anomaly,
    IReadOnlyList<EvidenceGameAnswer> Games,
    IReadOnlyList<ComparisonAnswer> Comparison,
    int? Rating,
    double? Percentile);
