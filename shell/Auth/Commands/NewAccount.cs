namespace Catalog.Shell.Auth.Commands;

/// <summary>An account about to be made; checked, normalised and hashed by the shell.</summary>
/// <param name="Email">Normalised email address.</param>
/// <param name="Name">Display name.</param>
/// <param name="PasswordHash">The hashed password.</param>
/// <param name="Role">Its role.</param>
public readonly record struct NewAccount(string Email, string Name, string PasswordHash, AccountRole Role);
