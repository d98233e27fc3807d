namespace Catalog.Engine.Leaderboards;

/// <summary>What became of a request to a game mode. The numbers are wire ids and never change.</summary>
public enum BoardCode : byte
{
    /// <summary>Done.</summary>
    Ok = 0,

    /// <summary>The game mode is not open.</summary>
    NotOpen = 1,

    /// <summary>The game mode is open already.</summary>
    AlreadyOpen = 2,

    /// <summary>The rules contradict each other, or what was there before.</summary>
    InvalidTerms = 3,

    /// <summary>The submission broke rules; it was recorded and does not count.</summary>
    Held = 4,

    /// <summary>The player is banned.</summary>
    Banned = 5,

    /// <summary>Nobody of this id ever submitted.</summary>
    UnknownPlayer = 6,

    /// <summary>There is no such case.</summary>
    UnknownCase = 7,

    /// <summary>The case was decided before.</summary>
    CaseIsClosed = 8,

    /// <summary>There is no such event or tournament.</summary>
    UnknownContest = 9,

    /// <summary>The event or tournament has ended.</summary>
    ContestOver = 10,

    /// <summary>The tournament has as many players as it takes.</summary>
    ContestFull = 11,

    /// <summary>The player takes part already.</summary>
    AlreadyJoined = 12,

    /// <summary>A score or a duration is negative, or the region is not one of the mode.</summary>
    InvalidScore = 13,

    /// <summary>The submission's id was used for another submission.</summary>
    SubmissionReused = 14,

    /// <summary>There is no room for more.</summary>
    Full = 15,

    /// <summary>There is no such board.</summary>
    UnknownBoard = 16,

    /// <summary>There is nothing to undo.</summary>
    NothingToUndo = 17,

    /// <summary>The score would be more than a board can hold.</summary>
    OutOfRange = 18,

    /// <summary>It was changed since it was read.</summary>
    RevisionConflict = 19,
}
