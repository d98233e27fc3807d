using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Connections;
using Catalog.WsGateway.Framing;
using Catalog.WsGateway.Loops;

namespace Catalog.WsGateway;

public sealed partial class GatewayConnection
{
    private const int MaxKeptScratchBytes = 256 * 1024;

    // What may have been under way when the close frame went out. Who goes on flooding is cut off: reading a thousand
    // of them until their deadlines took all there was of a processor (bench: load gateway-abuse).
    private const int MaxDiscardedBytes = 64 * 1024;

    [ThreadStatic]
    private static ByteBuffer? _scratch;

    private MessageReader _reader;
    private volatile ReadPhase _readPhase;
    private int _discardedBytes;

    /// <summary>The way in.</summary>
    internal Inbound Inbound { get; set; } = null!;

    /// <summary>When the client was last heard, in ticks.</summary>
    internal int HeardAt { get; set; }

    /// <summary>Whether a handler is at work for it, so that nothing is read.</summary>
    internal bool IsHandling => _readPhase == ReadPhase.Handling;

    /// <summary>Begins to read.</summary>
    internal void Start()
    {
        HeardAt = PingedAt = _gateway.Tick;
        Inbound.Start();
    }

    /// <summary>Reads what came; false when nothing more shall be read for now.</summary>
    internal bool Take(ReadOnlySpan<byte> input, out int usedBytes)
    {
        int sizeBytes = input.Length;
        HeardAt = _gateway.Tick;
        if (_readPhase == ReadPhase.Reading) TakeCorked(ref input);
        if (_readPhase == ReadPhase.Discarding)
        {
            _discardedBytes += input.Length;
            input = default;
        }

        usedBytes = sizeBytes - input.Length;
        return _readPhase == ReadPhase.Reading
            || (_readPhase == ReadPhase.Discarding && _discardedBytes <= MaxDiscardedBytes);
    }

    /// <summary>Waits for the handler that is at work, if one is, and then reads on.</summary>
    internal bool TryAwaitHandler()
    {
        if (_readPhase != ReadPhase.Handling) return false;
        _ = AwaitHandlerAsync();
        return true;
    }

    /// <summary>Nothing will come any more.</summary>
    internal void StopReading()
    {
        if (_readPhase != ReadPhase.PeerClosed) Loop.Post(EntryKind.Gone, this, null, null);
        if (EndsWith(EndedByReader)) Release();
    }

    private void TakeCorked(ref ReadOnlySpan<byte> input)
    {
        LoopCork cork = LoopCork.Begin();
        try
        {
            TakePiece(ref input);
        }
        finally
        {
            cork.End();
        }
    }

    private void TakePiece(ref ReadOnlySpan<byte> input)
    {
        ByteBuffer scratch = _scratch ??= new ByteBuffer(4096);
        while (_readPhase == ReadPhase.Reading)
        {
            InboundKind kind = _reader.Read(ref input, scratch, out ReadOnlySpan<byte> payload);
            if (kind == InboundKind.None) return;
            TakeFound(kind, payload);
            if (scratch.Capacity > MaxKeptScratchBytes) _scratch = scratch = new ByteBuffer(4096);
        }

        _reader.Release();
    }

    private void TakeFound(InboundKind kind, ReadOnlySpan<byte> payload)
    {
        switch (kind)
        {
            case InboundKind.Text or InboundKind.Binary:
                if (!IsWithinRate()) return;
                if (_reader.IsCompressed) TakeCompressed(kind, payload);
                else TakeMessage(kind, payload);
                return;
            case InboundKind.Ping:
                if (IsWithinRate()) SendPong(payload);
                return;
            case InboundKind.Close:
                _readPhase = ReadPhase.PeerClosed;
                Loop.Post(EntryKind.PeerClose, this, null, new PeerCloseCode(CloseBody.CodeOf(payload)));
                return;
            case InboundKind.Violation:
                Fail(_reader.Violation, "");
                return;
        }
    }

    /// <summary>Ends the connection because of what the client sent; what follows is thrown away.</summary>
    private void Fail(CloseCode code, string reason)
    {
        _readPhase = ReadPhase.Discarding;
        Loop.Post(EntryKind.Close, this, null, new CloseOrder(code, reason, IsViolation: true));
    }

    private void SendPong(ReadOnlySpan<byte> payload)
    {
        Span<byte> frame = stackalloc byte[FrameWriter.MaxControlBytes + 2];
        int size = FrameWriter.WriteControl(frame, Opcode.Pong, payload);
        Loop.PostBytes(EntryKind.Direct, this, frame[..size]);
    }

    /// <summary>Reads on after a handler that took its time.</summary>
    private void ResumeReading()
    {
        _readPhase = ReadPhase.Reading;
        HeardAt = _gateway.Tick;
        Inbound.Start();
    }
}
