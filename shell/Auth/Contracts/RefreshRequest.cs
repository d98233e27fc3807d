namespace Catalog.Shell.Auth.Contracts;

/// <summary>A refresh token to trade or to give up.</summary>
public sealed record RefreshRequest(string RefreshToken);
