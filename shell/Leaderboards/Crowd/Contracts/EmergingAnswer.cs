using System.Text.Json.Serialization;

namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>A player near the top whose rating rises fast.</summary>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Rating">The rating now.</param>
/// <param name="RatingBefore">The rating then.</param>
/// <param name="Since">When that was: a Monday, 00:00 UTC, at most four weeks ago.</param>
/// <param name="Games">Games played in all.</param>
/// <param name="Tier">The tier now.</param>
/// <param name="GameMode">The mode the player plays most of late.</param>
public sealed record EmergingAnswer(
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    int Rating,
    int RatingBefore,
    DateTime Since,
    int Games,
    string Tier,
    string GameMode);
