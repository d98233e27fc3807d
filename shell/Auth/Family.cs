namespace Catalog.Shell.Auth;

/// <summary>One session in the accounts' state.</summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="Token">Digest of the one refresh token that is good now.</param>
/// <param name="ExpiresMs">Until when, milliseconds since 1970.</param>
internal readonly record struct Family(ulong UserId, Digest Token, long ExpiresMs)
{
    /// <summary>Digest of the token that was traded for it; of no meaning before the first trade.</summary>
    public Digest Previous { get; init; }

    /// <summary>When that was, milliseconds since 1970; 0 before the first trade.</summary>
    public long TradedMs { get; init; }

    /// <summary>The session after its token was traded for <paramref name="next"/>.</summary>
    public Family Trade(in NewSession next, long timeMs) =>
        this with { Token = next.Token, ExpiresMs = next.ExpiresMs, Previous = Token, TradedMs = timeMs };

    /// <summary>Whether the answer to the trade that led here may be given once more.</summary>
    public bool IsRepeat(Digest presented, Digest next, long nowMs) =>
        TradedMs > 0 && presented == Previous && next == Token && nowMs - TradedMs < AccountMachine.RepeatMs;
}
