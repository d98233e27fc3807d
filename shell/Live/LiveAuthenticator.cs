using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.WsGateway.Auth;

namespace Catalog.Shell.Live;

/// <summary>
/// Signs sockets in, with a ticket or, in a message only, with an access token; addresses end up in logs. A socket is
/// signed in for as long as the token was good and its session is. Thread-safe.
/// </summary>
internal sealed class LiveAuthenticator(ITicketStore tickets, Bearer bearer) : IGatewayAuthenticator
{
    /// <inheritdoc/>
    public async ValueTask<GatewayIdentity?> AuthenticateAsync(
        GatewayCredentials credentials, CancellationToken cancel)
    {
        bool isToken = credentials.Ticket.Contains('.', StringComparison.Ordinal);
        if (isToken)
        {
            bool isGood = bearer.TryAuthenticate(credentials.Ticket, out Caller caller);
            return isGood && credentials.Request is null ? IdentityOf(caller) : null;
        }

        return await tickets.TakeAsync(credentials.Ticket, cancel) is { } holder && bearer.IsGood(in holder)
            ? IdentityOf(holder)
            : null;
    }

    /// <inheritdoc/>
    public ValueTask<GatewayIdentity?> RecheckAsync(GatewayIdentity identity, CancellationToken cancel) =>
        new(identity.Details is Caller caller && bearer.IsGood(in caller) ? identity : null);

    private static GatewayIdentity IdentityOf(Caller caller) =>
        new(IdText.Of(caller.UserId), DateTimeOffset.FromUnixTimeMilliseconds(caller.ExpiresMs), caller);
}
