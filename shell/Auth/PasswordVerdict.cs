namespace Catalog.Shell.Auth;

/// <summary>What checking a password came to.</summary>
public enum PasswordVerdict
{
    /// <summary>It is another password.</summary>
    Wrong = 0,

    /// <summary>It is the password.</summary>
    Right,

    /// <summary>It is the password, hashed with fewer rounds than are asked for now.</summary>
    RightButOld,

    /// <summary>Too many are being checked already; this one was not.</summary>
    Busy,
}
