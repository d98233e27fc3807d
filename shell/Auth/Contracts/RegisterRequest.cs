namespace Catalog.Shell.Auth.Contracts;

/// <summary>A new account.</summary>
public sealed record RegisterRequest(string Name, string Email, string Password);
