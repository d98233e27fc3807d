using Catalog.Shell.Http;

namespace Catalog.Shell.Auth.Contracts;

/// <summary>A sign-in.</summary>
public sealed record LoginRequest(string Email, string Password) : IExampled<LoginRequest>
{
    /// <inheritdoc/>
    public static LoginRequest Example => new("ada@example.org", "correct horse");
}
