using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Play.Contracts;

/// <summary>A player's skill, after the latest game.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Rating">Glicko-2; 1500 is the middle of all games played.</param>
/// <param name="Deviation">Its standard deviation; it grows while the player is away.</param>
/// <param name="Low">The rating is at least this with 95 % confidence.</param>
/// <param name="High">And at most this.</param>
/// <param name="Volatility">How much skill changes.</param>
/// <param name="Games">Games it rests on.</param>
/// <param name="Percentile">Share of all rated players who are rated lower, 0 to 1.</param>
/// <param name="Tier">beginner, intermediate, advanced or pro.</param>
/// <param name="IsProvisional">Whether there were too few games to say much.</param>
/// <param name="GameMode">The mode the player plays most of late.</param>
public sealed record SkillAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    int Rating,
    int Deviation,
    int Low,
    int High,
    double Volatility,
    int Games,
    double Percentile,
    string Tier,
    bool IsProvisional,
    string GameMode)
    : IExampled<SkillAnswer>
{
    /// <inheritdoc/>
    public static SkillAnswer Example =>
        new(4_211, "RapidFalcon", 1_620, 55, 1_512, 1_728, 0.06, 230, 0.81, "intermediate", false, "raid");
}
