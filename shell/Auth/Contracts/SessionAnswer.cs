using Catalog.Shell.Http;

namespace Catalog.Shell.Auth.Contracts;

/// <summary>An open session; the token fields are named as in RFC 6749, section 5.1, in camel case.</summary>
/// <param name="User">Whose it is.</param>
/// <param name="AccessToken">Goes into <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresIn">Seconds the access token is good for.</param>
/// <param name="RefreshToken">Trades for the next pair, once; absent when it was set as a cookie.</param>
public sealed record SessionAnswer(UserAnswer User, string AccessToken, int ExpiresIn, string? RefreshToken)
    : IExampled<SessionAnswer>
{
    /// <inheritdoc/>
    public static SessionAnswer Example => new(UserAnswer.Example, "the access token", 900, "the refresh token");

    /// <summary>Always <c>Bearer</c>.</summary>
    public string TokenType => "Bearer";
}
