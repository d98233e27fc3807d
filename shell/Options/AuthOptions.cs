namespace Catalog.Shell.Options;

/// <summary>Accounts and tokens (<c>Catalog:Auth</c>).</summary>
public sealed class AuthOptions
{
    /// <summary>OWASP's figure for PBKDF2 with HMAC-SHA-512.</summary>
    public const int RecommendedPasswordIterations = 210_000;

    /// <summary>
    /// The key access tokens are signed with, base64, at least 32 bytes; unless given, one is made on first start and
    /// kept in <c>keys/jwt.key</c> in the data folder.
    /// </summary>
    public string? SigningKey { get; set; }

    /// <summary>Who issues access tokens.</summary>
    public string Issuer { get; set; } = "catalog";

    /// <summary>Whom they are for.</summary>
    public string Audience { get; set; } = "catalog";

    /// <summary>Minutes an access token is good for.</summary>
    public int AccessTokenMinutes { get; set; } = 15;

    /// <summary>Seconds a WebSocket's ticket is good for.</summary>
    public int TicketSeconds { get; set; } = 30;

    /// <summary>
    /// What a gateway in a process of its own shows to be let in, at least 32 characters; without it none is.
    /// </summary>
    public string? RelaySecret { get; set; }

    /// <summary>Days a refresh token is good for.</summary>
    public int RefreshTokenDays { get; set; } = 30;

    /// <summary>Rounds of PBKDF2 a password is hashed with.</summary>
    public int PasswordIterations { get; set; } = RecommendedPasswordIterations;

    /// <summary>Passwords hashed at once; 0 for one a core.</summary>
    public int MaxConcurrentHashes { get; set; }

    /// <summary>Sign-ins that may wait for their turn; the next one is told that the server is busy.</summary>
    public int HashQueue { get; set; } = 256;

    /// <summary>Verified access tokens remembered, so that the next request with one costs a look-up.</summary>
    public int TokenCacheSize { get; set; } = 65_536;
}
