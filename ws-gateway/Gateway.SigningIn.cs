using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Loops;

namespace Catalog.WsGateway;

public sealed partial class Gateway
{
    /// <summary>Whether clients have to sign in.</summary>
    internal bool AsksForSignIn => _authenticator is not null && Options.RequireSignIn;

    /// <summary>
    /// Has the authenticator look again, soon, at every connection of a user who may be signed in no longer.
    /// O(connections).
    /// </summary>
    /// <param name="userId">The user, as <see cref="GatewayIdentity.UserId"/>.</param>
    public void Recheck(string userId)
    {
        ArgumentNullException.ThrowIfNull(userId);
        foreach (GatewayLoop loop in _loops) loop.Post(EntryKind.Recheck, null, null, userId);
    }

    /// <summary>The tick at which a time has come.</summary>
    internal int TickAt(DateTimeOffset time)
    {
        double ticks = Math.Ceiling((time - _clock.GetUtcNow()) / GatewayLimits.Tick);
        return Tick + (int)Math.Clamp(ticks, 0, int.MaxValue / 2);
    }

    /// <summary>Takes a ticket. An authenticator that fails lets nobody in.</summary>
    internal async ValueTask<GatewayIdentity?> AuthenticateAsync(GatewayCredentials credentials)
    {
        if (_authenticator is null) return null;
        try
        {
            using var patience = new CancellationTokenSource(Options.AuthTimeout, _clock);
            return await _authenticator.AuthenticateAsync(credentials, patience.Token);
        }
        catch (Exception e)
        {
            LogHandlerFailed(e);
            return null;
        }
    }

    /// <summary>Looks again at somebody whose time has run out.</summary>
    internal async ValueTask<GatewayIdentity?> RecheckAsync(GatewayIdentity identity)
    {
        try
        {
            using var patience = new CancellationTokenSource(Options.AuthTimeout, _clock);
            return await _authenticator!.RecheckAsync(identity, patience.Token);
        }
        catch (Exception e)
        {
            LogHandlerFailed(e);
            return null;
        }
    }
}
