using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using Catalog.WsGateway.Handshake;
using Catalog.WsGateway.Loops;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;

namespace Catalog.WsGateway.Hosting;

/// <summary>
/// Looks at the first bytes of a connection: those of a request for the gateway's path make it the gateway's, others
/// leave it as it was.
/// </summary>
internal sealed class ConnectionTakeover(Gateway gateway, string path)
{
    private static readonly Type PipeReaderType = new Pipe().Reader.GetType();

    private readonly byte[] _prefix = Encoding.ASCII.GetBytes($"GET {path}");

    // Not an async method: while the connection lives nothing of this stays but the task.
    internal ConnectionDelegate Wrap(ConnectionDelegate next) => context =>
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = AcceptAsync(context, next, done);
        return done.Task;
    };

    private async Task AcceptAsync(ConnectionContext context, ConnectionDelegate next, TaskCompletionSource done)
    {
        try
        {
            using var deadline = new CancellationTokenSource(gateway.Options.HandshakeTimeout);
            string? head = await ReadHeadAsync(context.Transport.Input, deadline.Token);
            if (head is null)
            {
                await next(context);
                done.SetResult();
                return;
            }

            if (head.Length == 0 || !await TryBeginAsync(context, head, done, deadline.Token)) done.TrySetResult();
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            if (e is OperationCanceledException) gateway.CountHandshakeTimeout();
            context.Abort();
            done.TrySetResult();
        }
        catch (Exception e)
        {
            done.TrySetException(e);
        }
    }

    /// <summary>The head of a request for the path; null for anything else, empty when none comes.</summary>
    private async Task<string?> ReadHeadAsync(PipeReader input, CancellationToken cancel)
    {
        long seenBytes = 0;
        while (true)
        {
            ReadResult result;
            try
            {
                result = await input.ReadAsync(cancel);
            }
            catch (OperationCanceledException) when (seenBytes == 0)
            {
                return null; // Silent so far, as browsers are that connect ahead: HTTP's deadlines are for them.
            }

            ReadOnlySequence<byte> buffer = result.Buffer;
            if (!MayBeOurs(buffer, out bool isCertain))
            {
                // Nothing but the bytes seen before counts as seen: HTTP's first read returns at once.
                input.AdvanceTo(buffer.Start, buffer.GetPosition(seenBytes));
                return null;
            }

            if (isCertain && FindEnd(buffer) is { } end)
            {
                string head = Encoding.Latin1.GetString(buffer.Slice(0, end));
                input.AdvanceTo(end);
                return head;
            }

            seenBytes = buffer.Length;
            input.AdvanceTo(buffer.Start, buffer.End);
            if (result.IsCompleted) return "";
            if (seenBytes > gateway.Options.MaxHandshakeBytes) return "";
        }
    }

    private bool MayBeOurs(ReadOnlySequence<byte> buffer, out bool isCertain)
    {
        Span<byte> start = stackalloc byte[_prefix.Length + 1];
        int count = (int)Math.Min(buffer.Length, start.Length);
        buffer.Slice(0, count).CopyTo(start);
        isCertain = count == start.Length;
        if (!start[..Math.Min(count, _prefix.Length)].SequenceEqual(_prefix.AsSpan(0, Math.Min(count, _prefix.Length))))
            return false;
        return !isCertain || start[^1] is (byte)' ' or (byte)'?';
    }

    private static SequencePosition? FindEnd(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryReadTo(out ReadOnlySequence<byte> _, "\r\n\r\n"u8) ? reader.Position : null;
    }

    private async ValueTask<bool> TryBeginAsync(
        ConnectionContext context, string head, TaskCompletionSource done, CancellationToken cancel)
    {
        HandshakeVerdict verdict = new(400, "This is not a request.");
        Auth.GatewayIdentity? identity = null;
        if (UpgradeRequest.TryParse(Encoding.Latin1.GetBytes(head), out UpgradeRequest? request))
            (verdict, identity) = await gateway.JudgeAsync(request);
        byte[] answer = HandshakeAnswer.ToBytes(verdict);
        if (!verdict.IsAccepted)
        {
            await context.Transport.Output.WriteAsync(answer, cancel);
            return false;
        }

        var agreement = new HandshakeAgreement(verdict.Variant, identity);
        gateway.Begin(in agreement, context.Transport.Input, one => OutboundOf(context, one), answer, done);
        return true;
    }

    /// <summary>The socket itself where nothing stands between it and us, as TLS would.</summary>
    private static Outbound OutboundOf(ConnectionContext context, GatewayConnection connection)
    {
        bool isPlain = context.Transport.Input.GetType() == PipeReaderType;
        Socket? socket = context.Features.Get<IConnectionSocketFeature>()?.Socket;
        if (isPlain && socket is not null) return new SocketOutbound(socket, connection, context);
        if (socket is not null) UnsentLimit.Apply(socket);
        return new PipeOutbound(context.Transport.Output, connection, context.Abort);
    }
}
