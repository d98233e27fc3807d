using Catalog.Shell.Http;

namespace Catalog.Shell.Auth.Contracts;

/// <summary>A new account.</summary>
public sealed record RegisterRequest(string Name, string Email, string Password) : IExampled<RegisterRequest>
{
    /// <inheritdoc/>
    public static RegisterRequest Example => new("Ada Lovelace", "ada@example.org", "correct horse");
}
