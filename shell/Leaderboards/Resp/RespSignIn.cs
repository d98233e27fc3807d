using System.Net;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Auth;
using Catalog.Shell.Auth.Commands;
using Catalog.Shell.Http.RateLimits;

namespace Catalog.Shell.Leaderboards.Resp;

/// <summary>
/// Checks clients of Redis against the accounts: an email address and its password, or an access token in the
/// password's place. Under the same quotas as signing in over HTTP. Thread-safe.
/// </summary>
public sealed class RespSignIn(Accounts accounts, PasswordHashing passwords, Bearer bearer, AuthLimits limits)
{
    /// <summary>Who an account's name and secret belong to; null when they are wrong, or too many were tried.</summary>
    /// <param name="user">An email address; empty, or <c>default</c>, with a token.</param>
    /// <param name="secret">A password or an access token.</param>
    /// <param name="address">Where the client is.</param>
    /// <param name="cancel">Gives up.</param>
    internal async ValueTask<Caller?> CheckAsync(
        string user, string secret, IPAddress? address, CancellationToken cancel)
    {
        if (bearer.TryAuthenticate(secret, out Caller caller)) return caller;
        if (secret.Length is 0 or > Credentials.MaxPasswordLength) return null;
        if (!EmailAddress.TryNormalize(user, out string email)) return null;
        if (await limits.Login.TakeAsync(RateLimitKey.OfAddress(address)) is { Allowed: false }) return null;
        if (await limits.LoginOfAccount.TakeAsync(RateLimitKey.OfText(email)) is { Allowed: false }) return null;
        Reply<CredentialsAnswer> reply = await accounts.FindAsync(email);
        if (!reply.HasValue) return null;
        CredentialsAnswer known = reply.Value;
        string? hash = known.Outcome == AccountOutcome.Done ? known.PasswordHash : null;
        PasswordVerdict verdict = await passwords.VerifyAsync(hash, secret, cancel);
        if (verdict is not (PasswordVerdict.Right or PasswordVerdict.RightButOld)) return null;
        AccountProfile profile = known.Profile;
        return new Caller(profile.UserId, profile.Role, profile.Epoch, long.MaxValue);
    }

    /// <summary>Whether who signed in may still be here.</summary>
    internal bool IsGood(in Caller caller) => bearer.IsGood(in caller);
}
