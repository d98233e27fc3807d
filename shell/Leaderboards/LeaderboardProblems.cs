using Catalog.Engine.Leaderboards;
using Catalog.Shell.Http;

namespace Catalog.Shell.Leaderboards;

/// <summary>What leaderboards refuse, and why.</summary>
public static class LeaderboardProblems
{
    public static readonly ProblemCode PlayerBanned = new("player_banned", 403, "The player is banned.",
        "Scores are not taken while the ban lasts.");

    public static readonly ProblemCode ContestOver = new("contest_over", 409, "The event has ended.",
        "Its standings are final.");

    public static readonly ProblemCode ContestFull = new("contest_full", 409, "The tournament is full.",
        "It has as many players as it takes.");

    public static readonly ProblemCode AlreadyJoined = new("already_joined", 409, "You take part already.",
        "There is nothing left to do.");

    public static readonly ProblemCode CaseClosed = new("case_closed", 409, "The case was decided before.",
        "Read it again to see how.");

    public static readonly ProblemCode NothingToUndo = new("not_banned", 409, "The player is not banned.",
        "There is nothing to undo.");

    public static readonly ProblemCode OutOfRange = new("score_out_of_range", 409, "The score would be too large.",
        "A board holds scores up to 2 to the power of 53, either way.");

    public static readonly ProblemCode ModeFull = new("mode_full", 507, "The game mode is full.",
        "It takes no further player, event or season.");

    /// <summary>Every problem of leaderboards.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
        [PlayerBanned, ContestOver, ContestFull, AlreadyJoined, CaseClosed, NothingToUndo, OutOfRange, ModeFull];

    /// <summary>The problem behind a refusal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static ProblemCode Of(BoardCode code) => code switch
    {
        BoardCode.Banned => PlayerBanned,
        BoardCode.ContestOver => ContestOver,
        BoardCode.ContestFull => ContestFull,
        BoardCode.AlreadyJoined => AlreadyJoined,
        BoardCode.CaseIsClosed => CaseClosed,
        BoardCode.NothingToUndo => NothingToUndo,
        BoardCode.OutOfRange => OutOfRange,
        BoardCode.Full => ModeFull,
        BoardCode.InvalidTerms or BoardCode.InvalidScore => ProblemCodes.InvalidBody,
        BoardCode.RevisionConflict => ProblemCodes.RevisionConflict,
        BoardCode.SubmissionReused => ProblemCodes.IdempotencyKeyReused,
        BoardCode.NotOpen or BoardCode.UnknownPlayer or BoardCode.UnknownCase or BoardCode.UnknownContest
            or BoardCode.UnknownBoard => ProblemCodes.NotFound,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a refusal."),
    };
}
