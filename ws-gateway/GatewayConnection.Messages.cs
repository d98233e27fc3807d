using System.Text.Unicode;
using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Compression;
using Catalog.WsGateway.Framing;
using Catalog.WsGateway.Loops;
using Catalog.WsGateway.Protocols;

namespace Catalog.WsGateway;

public sealed partial class GatewayConnection
{
    private const float NonsenseMessages = 9;

    private Task? _handling;
    private int _overlappingCount;
    private int _tokensAt;
    private float _tokens = float.NaN;

    /// <summary>Nonsense counts as many messages: a flood of it is over sooner, and is not answered for long.</summary>
    internal void ChargeNonsense() => _tokens -= NonsenseMessages;

    /// <summary>Takes one message from the client's allowance; without one the connection ends with 4429.</summary>
    private bool IsWithinRate()
    {
        GatewayOptions options = _gateway.Options;
        if (options.MessagesPerSecond == 0 || IsTrusted) return true;
        int now = _gateway.Tick;
        if (float.IsNaN(_tokens)) (_tokens, _tokensAt) = (options.MessageBurst, now);
        if (now != _tokensAt)
        {
            float gained = (float)(now - _tokensAt) * options.MessagesPerSecond / GatewayLimits.TicksPerSecond;
            (_tokens, _tokensAt) = (Math.Min(options.MessageBurst, _tokens + gained), now);
        }

        if (_tokens >= 1)
        {
            _tokens--;
            return true;
        }

        _gateway.CountRateLimited();
        Fail(CloseCode.TooManyRequests, "too many messages");
        return false;
    }

    /// <summary>Inflates a message, and then checks what the reader could not.</summary>
    private void TakeCompressed(InboundKind kind, ReadOnlySpan<byte> payload)
    {
        ByteBuffer inflated = BufferPool.Rent();
        InflateOutcome outcome = MessageInflater.Inflate(payload, inflated, _gateway.Options.MaxMessageBytes);
        bool isGood = outcome == InflateOutcome.Done
            && (kind == InboundKind.Binary || Utf8.IsValid(inflated.WrittenSpan));
        if (isGood) TakeMessage(kind, inflated.WrittenSpan);
        else Fail(outcome == InflateOutcome.TooBig ? CloseCode.TooBig : CloseCode.InvalidData, "");
        BufferPool.Return(inflated);
    }

    private void TakeMessage(InboundKind kind, ReadOnlySpan<byte> payload)
    {
        if (!IsOpen) return;
        if ((kind == InboundKind.Binary) != IsMessagePack)
        {
            Fail(CloseCode.Unsupported, IsMessagePack ? "binary messages only" : "text messages only");
            return;
        }

        if (IsMessagePack && !InboundText.Current.TryTranslate(payload, out payload))
        {
            Fail(CloseCode.BadMessage, "not MessagePack");
            return;
        }

        if (!InboundEnvelope.TryRead(payload, out InboundEnvelope envelope))
        {
            Fail(CloseCode.BadMessage, "not an event");
            return;
        }

        try
        {
            ValueTask handling = _gateway.HandleAsync(this, envelope, out bool mayOverlap);
            if (handling.IsCompletedSuccessfully) return;
            Task task = handling.AsTask();
            if (mayOverlap && TryOverlap(task)) return;
            _handling = task;
            _readPhase = ReadPhase.Handling;
        }
        catch (Exception e)
        {
            _gateway.LogHandlerFailed(e);
            Fail(CloseCode.InternalError, "internal error");
        }
    }

    /// <summary>Has a handler go on beside what comes next; false when too many do so already.</summary>
    private bool TryOverlap(Task handling)
    {
        // The one that is waited for counts, too.
        if (Interlocked.Increment(ref _overlappingCount) < _gateway.Options.MaxConcurrentRequests)
        {
            _ = FinishAsync(handling);
            return true;
        }

        Interlocked.Decrement(ref _overlappingCount);
        return false;
    }

    private async Task FinishAsync(Task handling)
    {
        try
        {
            await handling;
        }
        catch (Exception e)
        {
            _gateway.LogHandlerFailed(e);
            Close(CloseCode.InternalError, "internal error");
        }

        Interlocked.Decrement(ref _overlappingCount);
    }

    // Begins after the input was given back, so that nobody else is reading when it reads on.
    private async Task AwaitHandlerAsync()
    {
        try
        {
            // Handlers report their own failures; should one get through, the connection ends and no other suffers.
            await _handling!;
        }
        catch (Exception e)
        {
            _gateway.LogHandlerFailed(e);
            Close(CloseCode.InternalError, "internal error");
        }

        _handling = null;
        ResumeReading();
    }
}
