namespace Catalog.Shell.Auth;

/// <summary>One account in the accounts' state.</summary>
internal sealed class Account(AccountProfile profile, string passwordHash)
{
    public AccountProfile Profile { get; set; } = profile;

    public string PasswordHash { get; set; } = passwordHash;

    /// <summary>Its sessions, the oldest first.</summary>
    public List<FamilyId> Families { get; } = [];
}
