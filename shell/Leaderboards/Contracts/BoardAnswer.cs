using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>A part of a board.</summary>
/// <param name="GameMode">The game mode.</param>
/// <param name="Type">What it spans.</param>
/// <param name="Window">Which day, week, month or season.</param>
/// <param name="Region">The region; absent for none.</param>
/// <param name="TotalPlayers">How many are on it.</param>
/// <param name="GeneratedAt">As of when.</param>
/// <param name="Rows">The rows, by rank.</param>
/// <param name="OwnRank">The rank of the player asked around.</param>
/// <param name="HasMore">Whether there are rows behind the last.</param>
/// <param name="NextCursor">Where to go on.</param>
public sealed record BoardAnswer(
    string GameMode,
    string Type,
    string? Window,
    string? Region,
    long TotalPlayers,
    DateTime GeneratedAt,
    IReadOnlyList<BoardRowAnswer> Rows,
    long? OwnRank,
    bool HasMore,
    string? NextCursor)
    : IExampled<BoardAnswer>
{
    /// <inheritdoc/>
    public static BoardAnswer Example =>
        new(
            "deathmatch", "weekly", "2030-W01", null, 48_120, new DateTime(2030, 1, 1, 12, 0, 0, DateTimeKind.Utc),
            [BoardRowAnswer.Example], 42, true, "2");
}
