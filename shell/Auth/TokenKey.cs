using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Options;

namespace Catalog.Shell.Auth;

/// <summary>
/// The secret this server signs tokens with: configured; else the one its cluster shares, which begins as the first
/// node's own; else its own.
/// </summary>
public sealed class TokenKey(CatalogOptions options, SharedSecrets secrets)
{
    /// <summary>What the shared one is called.</summary>
    internal const string SecretName = "token-signing-key";

    /// <summary>The secret.</summary>
    public byte[] Bytes { get; } = options.Auth.SigningKey is null && secrets.IsShared
        ? secrets.GetOrCreate(SecretName, () => SigningKey.LoadOrCreate(options))
        : SigningKey.LoadOrCreate(options);
}
