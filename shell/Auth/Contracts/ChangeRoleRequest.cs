namespace Catalog.Shell.Auth.Contracts;

/// <summary>Another role: <c>customer</c> or <c>admin</c>.</summary>
public sealed record ChangeRoleRequest(string Role);
