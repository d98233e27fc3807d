namespace Catalog.Shell.Auth.Contracts;

/// <summary>Another password.</summary>
public sealed record ChangePasswordRequest(string CurrentPassword, string NewPassword);
