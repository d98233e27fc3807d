namespace Catalog.Shell.Auth;

/// <summary>What one writes on an envelope.</summary>
/// <param name="Name">The account's name.</param>
/// <param name="Email">Its address.</param>
public readonly record struct AccountName(string Name, string Email);
