namespace Catalog.Shell.Auth;

/// <summary>What an account command came to. Stored by number; never renumbered.</summary>
public enum AccountOutcome : byte
{
    /// <summary>It was done, or what was asked for was found.</summary>
    Done = 0,

    /// <summary>Another account has the email address.</summary>
    EmailTaken = 1,

    /// <summary>No such account.</summary>
    Unknown = 2,

    /// <summary>The account's sessions were ended, or its password changed, since the caller looked.</summary>
    Outdated = 3,

    /// <summary>No such session, or it has expired.</summary>
    SessionUnknown = 4,

    /// <summary>The token was used before: somebody has a copy, so the session has been ended.</summary>
    SessionReused = 5,

    /// <summary>There is no room for another account.</summary>
    Full = 6,
}
