using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>How long somebody has been among the first ten.</summary>
/// <param name="Rank">The place now.</param>
/// <param name="PlayerId">Who.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Score">The total now.</param>
/// <param name="Days">Days in a row, this one included.</param>
/// <param name="AllDays">Days of those asked for.</param>
public sealed record ReignAnswer(
    long Rank,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    long Score,
    int Days,
    int AllDays);
