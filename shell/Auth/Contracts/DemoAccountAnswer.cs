namespace Catalog.Shell.Auth.Contracts;

/// <summary>An account to try things with.</summary>
/// <param name="Email">What to sign in as.</param>
/// <param name="Password">The password it was made with.</param>
/// <param name="Name">Display name.</param>
/// <param name="Role"><c>customer</c> or <c>admin</c>.</param>
public sealed record DemoAccountAnswer(string Email, string Password, string Name, string Role);
