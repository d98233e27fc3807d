namespace Catalog.Shell.Auth;

/// <summary>What an account may do. Stored by number; never renumbered.</summary>
public enum AccountRole : byte
{
    /// <summary>Uses the systems.</summary>
    Customer = 0,

    /// <summary>Also runs them.</summary>
    Admin = 1,
}
