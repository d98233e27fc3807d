using System.Globalization;
using Catalog.Shell.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Catalog.Shell.Auth;

/// <summary>
/// Gives out and verifies access tokens: JWT (RFC 7519) of type <c>at+jwt</c> (RFC 9068), signed with HS256 and nothing
/// else. Thread-safe.
/// </summary>
public sealed class AccessTokens
{
    /// <summary>The longest token looked at, in characters.</summary>
    public const int MaxLength = 2048;

    private const string TokenType = "at+jwt";
    private const string RoleClaim = "role";
    private const string EpochClaim = "epoch";

    private readonly JsonWebTokenHandler _handler = new()
    {
        SetDefaultTimesOnTokenCreation = false,
        MaximumTokenSizeInBytes = MaxLength,
    };

    private readonly SigningCredentials _credentials;
    private readonly TokenValidationParameters _validation;
    private readonly AuthOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Creates the issuer and verifier.</summary>
    /// <param name="options">Issuer, audience and life.</param>
    /// <param name="key">The secret, at least 32 bytes.</param>
    /// <param name="clock">The time.</param>
    public AccessTokens(AuthOptions options, byte[] key, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        var securityKey = new SymmetricSecurityKey(key);
        _credentials = new SigningCredentials(securityKey, SecurityAlgorithms.HmacSha256);
        _validation = new TokenValidationParameters
        {
            ValidIssuer = options.Issuer,
            ValidAudience = options.Audience,
            IssuerSigningKey = securityKey,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidTypes = [TokenType],
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = IsAlive,
        };
    }

    /// <summary>How long a token is good for.</summary>
    public TimeSpan Life => TimeSpan.FromMinutes(_options.AccessTokenMinutes);

    /// <summary>Makes a token for an account.</summary>
    public string Issue(in AccountProfile profile)
    {
        var caller = new Caller(
            profile.UserId, profile.Role, profile.Epoch, (_clock.GetUtcNow() + Life).ToUnixTimeMilliseconds());
        return Issue(in caller, profile.Name);
    }

    /// <summary>Makes another token for somebody who has one, good as long as that.</summary>
    public string Issue(in Caller caller) => Issue(in caller, null);

    private string Issue(in Caller caller, string? name)
    {
        DateTime now = _clock.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = caller.UserId.ToString(CultureInfo.InvariantCulture),
            [RoleClaim] = Roles.NameOf(caller.Role),
            [EpochClaim] = caller.Epoch,
        };
        if (name is not null) claims[JwtRegisteredClaimNames.Name] = name;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _options.Issuer,
            Audience = _options.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = DateTimeOffset.FromUnixTimeMilliseconds(caller.ExpiresMs).UtcDateTime,
            TokenType = TokenType,
            SigningCredentials = _credentials,
            Claims = claims,
        });
    }

    /// <summary>
    /// Verifies signature, algorithm, type, issuer, audience and life; not whether its epoch still holds.
    /// </summary>
    public bool TryVerify(string token, out Caller caller)
    {
        caller = default;
        if (token.Length > MaxLength) return false;
        // Nothing is fetched: with a key at hand the task is complete when it is returned.
        TokenValidationResult result = _handler.ValidateTokenAsync(token, _validation).GetAwaiter().GetResult();
        return result.IsValid && result.SecurityToken is JsonWebToken jwt && TryRead(jwt, out caller);
    }

    private static bool TryRead(JsonWebToken jwt, out Caller caller)
    {
        caller = default;
        bool hasUser = ulong.TryParse(jwt.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out ulong userId);
        if (!hasUser || userId == 0) return false;
        if (!jwt.TryGetPayloadValue(RoleClaim, out string roleName)) return false;
        if (!Roles.TryParse(roleName, out AccountRole role)) return false;
        if (!jwt.TryGetPayloadValue(EpochClaim, out int epoch)) return false;
        caller = new Caller(userId, role, epoch, new DateTimeOffset(jwt.ValidTo).ToUnixTimeMilliseconds());
        return true;
    }

    private bool IsAlive(
        DateTime? notBefore, DateTime? expires, SecurityToken securityToken, TokenValidationParameters parameters)
    {
        DateTime now = _clock.GetUtcNow().UtcDateTime;
        return expires > now && (notBefore is null || notBefore <= now);
    }
}
