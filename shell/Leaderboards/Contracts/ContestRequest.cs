using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>The rules of an event or a tournament.</summary>
/// <param name="Name">What players call it.</param>
/// <param name="StartsAt">When it begins.</param>
/// <param name="EndsAt">When it ends.</param>
/// <param name="MultiplierPercent">What scores are worth in it.</param>
/// <param name="MultipliesBoards">Whether they are worth that on the other boards, too.</param>
/// <param name="NeedsJoining">Whether only who joined takes part.</param>
/// <param name="MaxPlayers">How many may take part.</param>
/// <param name="MaxAttempts">How many games of a player count.</param>
/// <param name="AttemptMinutes">How long a player may go on from joining.</param>
/// <param name="Region">Only games of this region count.</param>
public sealed record ContestRequest(
    string? Name,
    DateTimeOffset? StartsAt,
    DateTimeOffset? EndsAt,
    int MultiplierPercent = 100,
    bool MultipliesBoards = false,
    bool NeedsJoining = false,
    int? MaxPlayers = null,
    int? MaxAttempts = null,
    int? AttemptMinutes = null,
    string? Region = null)
    : IExampled<ContestRequest>
{
    /// <inheritdoc/>
    public static ContestRequest Example => new(
        "Weekend cup",
        new DateTimeOffset(2027, 1, 16, 0, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2027, 1, 18, 0, 0, 0, TimeSpan.Zero),
        200, NeedsJoining: true, MaxPlayers: 5_000);
}
