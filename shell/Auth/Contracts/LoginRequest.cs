namespace Catalog.Shell.Auth.Contracts;

/// <summary>A sign-in.</summary>
public sealed record LoginRequest(string Email, string Password);
