using Catalog.Shell.Http;

namespace Catalog.Shell.Auth.Contracts;

/// <summary>A refresh token to trade or to give up.</summary>
public sealed record RefreshRequest(string RefreshToken) : IExampled<RefreshRequest>
{
    /// <inheritdoc/>
    public static RefreshRequest Example => new("the refreshToken of the session");
}
