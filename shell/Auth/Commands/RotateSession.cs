using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Auth.Commands;

/// <summary>
/// Trades a refresh token for the next. Asked again within <see cref="AccountMachine.RepeatMs"/> it comes to the same;
/// later, a token that was traded before ends the session.
/// </summary>
public readonly record struct RotateSession(long TimeMs, Digest Presented, NewSession Session) : ICommand<AccountAnswer>
{
    /// <inheritdoc/>
    public IdempotencyKey Idempotency => default;
}
