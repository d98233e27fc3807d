namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>An event or a tournament.</summary>
/// <param name="Id">Its id.</param>
/// <param name="GameMode">The game mode.</param>
/// <param name="Name">What players call it.</param>
/// <param name="Status">upcoming, running or ended.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="MultiplierPercent">What scores are worth in it: 200 for double points.</param>
/// <param name="MultipliesBoards">Whether they are worth that on the other boards, too.</param>
/// <param name="NeedsJoining">Whether only who joined takes part.</param>
/// <param name="MaxPlayers">How many may take part.</param>
/// <param name="MaxAttempts">How many games of a player count.</param>
/// <param name="AttemptMinutes">How long a player may go on from joining.</param>
/// <param name="Region">The region; absent for none.</param>
/// <param name="Players">How many take part.</param>
/// <param name="HasJoined">Whether the caller does.</param>
/// <param name="Attempts">How many games the caller had in it.</param>
/// <param name="Revision">What a change says it was made from.</param>
public sealed record ContestAnswer(
    int Id,
    string GameMode,
    string Name,
    string Status,
    DateTime StartsAt,
    DateTime EndsAt,
    int MultiplierPercent,
    bool MultipliesBoards,
    bool NeedsJoining,
    int? MaxPlayers,
    int? MaxAttempts,
    int? AttemptMinutes,
    string? Region,
    long Players,
    bool HasJoined,
    int Attempts,
    int Revision);
