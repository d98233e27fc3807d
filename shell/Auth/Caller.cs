namespace Catalog.Shell.Auth;

/// <summary>Who a request comes from, as its access token says and as still holds.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Role">Its role.</param>
/// <param name="Epoch">The session epoch the token was given out in.</param>
/// <param name="ExpiresMs">When the token expires, milliseconds since 1970.</param>
public readonly record struct Caller(ulong UserId, AccountRole Role, int Epoch, long ExpiresMs)
{
    /// <summary>Whether the caller runs the systems.</summary>
    public bool IsAdmin => Role == AccountRole.Admin;
}
