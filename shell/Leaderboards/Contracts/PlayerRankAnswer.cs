using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A player's places in a game mode.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="PlayerId">The player.</param>
/// <param name="Username">What the player is called.</param>
/// <param name="Rank">All-time, from 1.</param>
/// <param name="Score">All-time.</param>
/// <param name="TotalPlayers">How many are on the board.</param>
/// <param name="NextMilestone">The next rank to reach: 1, 3, 10, 50, 100, 1000 and so on.</param>
/// <param name="Standings">The places on all boards.</param>
/// <param name="LeagueTier">The league tier, from 0.</param>
/// <param name="League">The week's league group, the best first.</param>
public sealed record PlayerRankAnswer(
    string GameMode,
    [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] ulong PlayerId,
    string Username,
    long? Rank,
    long Score,
    long TotalPlayers,
    long? NextMilestone,
    IReadOnlyList<StandingAnswer> Standings,
    int LeagueTier,
    IReadOnlyList<BoardRowAnswer> League)
    : IExampled<PlayerRankAnswer>
{
    /// <inheritdoc/>
    public static PlayerRankAnswer Example =>
        new(
            "deathmatch", 4_211, "RapidFalcon", 42, 125_000, 480_120, 10, [StandingAnswer.Example], 2,
            [BoardRowAnswer.Example]);
}
