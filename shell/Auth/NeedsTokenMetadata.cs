namespace Catalog.Shell.Auth;

/// <summary>Marks an endpoint that wants an access token, for the API's description.</summary>
/// <param name="Role">The role it wants.</param>
public sealed record NeedsTokenMetadata(AccountRole Role);
