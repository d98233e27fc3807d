using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>
/// Replaces a password and ends every session, unless they were ended since the old password was checked.
/// </summary>
public readonly record struct ChangePassword(long TimeMs, ulong UserId, int Epoch, string PasswordHash)
    : ICommand<AccountAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
