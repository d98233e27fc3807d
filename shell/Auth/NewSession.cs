namespace Catalog.Shell.Auth;

/// <summary>A session about to be opened: the shell draws the secret, the accounts keep its digest.</summary>
/// <param name="Family">Its id.</param>
/// <param name="Token">Digest of its refresh token.</param>
/// <param name="ExpiresMs">When the token expires, milliseconds since 1970.</param>
public readonly record struct NewSession(FamilyId Family, Digest Token, long ExpiresMs);
