using Catalog.Shell.Http;

namespace Catalog.Shell.Auth.Contracts;

/// <summary>Another role: <c>customer</c> or <c>admin</c>.</summary>
public sealed record ChangeRoleRequest(string Role) : IExampled<ChangeRoleRequest>
{
    /// <inheritdoc/>
    public static ChangeRoleRequest Example => new("admin");
}
