using Catalog.Shell.Http;

namespace Catalog.Shell.Auth;

/// <summary>
/// Bearer authentication (RFC 6750) for the hot path: a token seen before is a look-up in memory; expiry and session
/// epoch are checked every time. Thread-safe.
/// </summary>
public sealed class Bearer
{
    private const string Scheme = "Bearer ";
    private readonly AccessTokens _tokens;
    private readonly SessionEpochs _epochs;
    private readonly TimeProvider _clock;
    private readonly TokenCache _cache;

    /// <summary>Creates it with nothing remembered.</summary>
    /// <param name="tokens">Verifies what was not seen before.</param>
    /// <param name="epochs">The epochs that hold.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cacheSize">Tokens remembered.</param>
    public Bearer(AccessTokens tokens, SessionEpochs epochs, TimeProvider clock, int cacheSize)
    {
        _tokens = tokens;
        _epochs = epochs;
        _clock = clock;
        _cache = new TokenCache(cacheSize);
    }

    /// <summary>Finds out who asks. A hit allocates nothing.</summary>
    /// <returns>False when there is no good token: answer <see cref="ChallengeAsync"/>.</returns>
    public bool TryAuthenticate(HttpContext context, out Caller caller)
    {
        string? header = context.Request.Headers.Authorization;
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            caller = default;
            return false;
        }

        return TryAuthenticate(header.AsSpan(Scheme.Length), out caller);
    }

    /// <summary>Finds out whose a token is. A hit allocates nothing.</summary>
    /// <returns>False when it is not good.</returns>
    public bool TryAuthenticate(ReadOnlySpan<char> token, out Caller caller) =>
        (_cache.TryGet(token, out caller) || TryVerifySlow(token, out caller)) && IsGood(in caller);

    /// <summary>Whether what a token said still holds: it has not expired, and its session was not ended.</summary>
    public bool IsGood(in Caller caller) =>
        caller.ExpiresMs > _clock.GetUtcNow().ToUnixTimeMilliseconds() && caller.Epoch >= _epochs.Of(caller.UserId);

    /// <summary>Makes a handler for callers with a good token only.</summary>
    public RequestDelegate RequireUser(CallerDelegate handler) =>
        context => TryAuthenticate(context, out Caller caller) ? handler(context, caller) : ChallengeAsync(context);

    /// <summary>Makes a handler for administrators only.</summary>
    public RequestDelegate RequireAdmin(CallerDelegate handler) => RequireUser((context, caller) =>
        caller.IsAdmin ? handler(context, caller) : Problems.WriteAsync(context, ProblemCodes.Forbidden));

    /// <summary>Answers 401 with <c>WWW-Authenticate</c>, telling a missing token from one that is not good.</summary>
    public static Task ChallengeAsync(HttpContext context)
    {
        bool isMissing = context.Request.Headers.Authorization.Count == 0;
        context.Response.Headers.WWWAuthenticate =
            isMissing ? "Bearer realm=\"catalog\"" : "Bearer realm=\"catalog\", error=\"invalid_token\"";
        return Problems.WriteAsync(context, isMissing ? ProblemCodes.TokenRequired : ProblemCodes.TokenInvalid);
    }

    private bool TryVerifySlow(ReadOnlySpan<char> token, out Caller caller)
    {
        string text = token.ToString();
        if (!_tokens.TryVerify(text, out caller)) return false;
        _cache.Add(text, caller);
        return true;
    }
}
