using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>Looks up an account, with its password hash, by its normalised email address.</summary>
public readonly record struct FindCredentials(long TimeMs, string Email) : IQuery<CredentialsAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
