using Catalog.Shell.Http;

namespace Catalog.Shell.Auth.Contracts;

/// <summary>Another password.</summary>
public sealed record ChangePasswordRequest(string CurrentPassword, string NewPassword)
    : IExampled<ChangePasswordRequest>
{
    /// <inheritdoc/>
    public static ChangePasswordRequest Example => new("correct horse", "battery staple");
}
