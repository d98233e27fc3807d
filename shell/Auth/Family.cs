namespace Catalog.Shell.Auth;

/// <summary>One session in the accounts' state.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="Token">Digest of the one refresh token that is good now.</param>
/// <param name="ExpiresMs">Until when, milliseconds since 1970.</param>
internal readonly record struct Family(ulong UserId, Digest Token, long ExpiresMs);
