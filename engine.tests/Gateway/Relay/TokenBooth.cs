using System.Collections.Concurrent;
using Catalog.WsGateway.Auth;

namespace Catalog.Engine.Tests.Gateway.Relay;

/// <summary>Tickets that are good once, and tokens that are good until they are taken back.</summary>
internal sealed class TokenBooth : IGatewayAuthenticator
{
    private readonly ConcurrentDictionary<string, GatewayIdentity> _tokens = new();
    private readonly ConcurrentDictionary<string, GatewayIdentity> _tickets = new();

    internal int SignIns;

    internal string Ticket(string user)
    {
        string ticket = Guid.NewGuid().ToString("n");
        _tickets[ticket] = new GatewayIdentity(user);
        return ticket;
    }

    internal string TokenOf(GatewayIdentity identity)
    {
        string token = $"{identity.UserId}.token";
        _tokens[token] = identity;
        return token;
    }

    internal void TakeBack(string user) => _tokens.TryRemove($"{user}.token", out _);

    public ValueTask<GatewayIdentity?> AuthenticateAsync(GatewayCredentials credentials, CancellationToken cancel)
    {
        Interlocked.Increment(ref SignIns);
        if (_tickets.TryRemove(credentials.Ticket, out GatewayIdentity? identity)
            || _tokens.TryGetValue(credentials.Ticket, out identity))
            return new ValueTask<GatewayIdentity?>(identity);
        return new ValueTask<GatewayIdentity?>((GatewayIdentity?)null);
    }
}
