using Catalog.WsGateway.Auth;

namespace Catalog.WsGateway;

public sealed partial class GatewayConnection
{
    private const int Never = int.MaxValue;

    private int _checkAt = Never;

    /// <summary>Who it is; null until the client has signed in.</summary>
    public GatewayIdentity? Identity { get; private set; }

    /// <summary>
    /// When the client has to have signed in, or to be looked at again, in ticks. Set by whoever signs it in, seen by
    /// its loop.
    /// </summary>
    internal int CheckAt => Volatile.Read(ref _checkAt);

    /// <summary>Signs the client in, or sets the time by which it has to.</summary>
    internal void SignIn(GatewayIdentity? identity)
    {
        Identity = identity;
        int checkAt = Never;
        if (identity is null)
            checkAt = _gateway.AsksForSignIn ? _gateway.Tick + _gateway.Limits.AuthTicks : Never;
        else if (identity.ExpiresAt is { } time)
            checkAt = _gateway.TickAt(time);
        Volatile.Write(ref _checkAt, checkAt);
    }

    /// <summary>
    /// The time to look at the client has come; called by the loop, which does not wait for the answer.
    /// </summary>
    internal void Check()
    {
        Volatile.Write(ref _checkAt, Never);
        if (Identity is { } identity) _ = RecheckAsync(identity);
        else Close(CloseCode.Unauthorized, "not signed in in time");
    }

    private async Task RecheckAsync(GatewayIdentity identity)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        GatewayIdentity? renewed = await _gateway.RecheckAsync(identity);
        if (!IsOpen) return;
        if (renewed is null) Close(CloseCode.Unauthorized, "signed in no longer");
        else SignIn(renewed);
    }
}
