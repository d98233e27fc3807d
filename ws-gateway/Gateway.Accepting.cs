using System.IO.Pipelines;
using System.Net.Sockets;
using Catalog.WsGateway.Auth;
using Catalog.WsGateway.Connections;
using Catalog.WsGateway.Handshake;
using Catalog.WsGateway.Loops;

namespace Catalog.WsGateway;

public sealed partial class Gateway
{
    private readonly Lock _admission = new();
    private double _admissions;
    private long _admittedAt;

    /// <summary>Judges a request, admits it if there is room, and finds out who it is if it says so already.</summary>
    internal async ValueTask<(HandshakeVerdict Verdict, GatewayIdentity? Identity)> JudgeAsync(UpgradeRequest request)
    {
        HandshakeVerdict verdict = HandshakeRules.Judge(request, Options);
        if (!verdict.IsAccepted) return (verdict, null);
        if (RefusalOf() is { } refusal)
        {
            _metrics.CountRefused();
            return (refusal, null);
        }

        if (_authenticator is null || verdict.Ticket is null) return (verdict, null);
        GatewayIdentity? identity = await AuthenticateAsync(new GatewayCredentials(verdict.Ticket, request));
        return identity is null ? (new HandshakeVerdict(401, "The ticket is not good."), null) : (verdict, identity);
    }

    /// <summary>Begins to serve a client whose handshake was accepted.</summary>
    internal void Begin(
        in HandshakeAgreement agreement, PipeReader input, Func<GatewayConnection, Outbound> outbound,
        ReadOnlySpan<byte> answer, TaskCompletionSource done)
    {
        GatewayConnection connection = Open(in agreement, done);
        connection.Inbound = new PipeInbound(input, connection);
        connection.Outbound = outbound(connection);
        connection.Loop.PostBytes(EntryKind.Open, connection, answer);
        connection.Start();
    }

    /// <summary>Begins to serve a client on a socket that is the gateway's alone.</summary>
    internal void Begin(in HandshakeAgreement agreement, Socket socket, byte[]? left, ReadOnlySpan<byte> answer)
    {
        GatewayConnection connection = Open(in agreement, null);
        connection.Inbound = new SocketInbound(socket, connection, left);
        connection.Outbound = new SocketOutbound(socket, connection, null);
        connection.Loop.PostBytes(EntryKind.Open, connection, answer);
        connection.Start();
    }

    /// <summary>Why there is no room for another connection, if there is none.</summary>
    private HandshakeVerdict? RefusalOf()
    {
        if (_isDraining) return new HandshakeVerdict(503, "The server stops.") { RetryAfterSeconds = 1 };
        if (ConnectionCount >= Options.MaxConnections)
            return new HandshakeVerdict(503, "There are too many connections.") { RetryAfterSeconds = 5 };
        int rate = Options.MaxConnectsPerSecond;
        if (rate == 0) return null;
        lock (_admission)
        {
            // A second's worth may come at once.
            long now = _clock.GetTimestamp();
            double gained = _admittedAt == 0 ? rate : _clock.GetElapsedTime(_admittedAt, now).TotalSeconds * rate;
            (_admissions, _admittedAt) = (Math.Min(rate, _admissions + gained), now);
            if (_admissions < 1)
                return new HandshakeVerdict(503, "Too many connect at once.") { RetryAfterSeconds = 1 };
            _admissions--;
            return null;
        }
    }
}
