using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>A player who is likely to leave.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Probability">How likely the player is gone in a week, 0 to 1.</param>
/// <param name="Reason">What it rests on, in words.</param>
/// <param name="SilentDays">Days since the last game.</param>
/// <param name="Games">Games played in all.</param>
/// <param name="Tier">The skill tier; absent when nothing was rated.</param>
public sealed record ChurnPlayerAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    double Probability,
    string Reason,
    int SilentDays,
    int Games,
    string? Tier);
