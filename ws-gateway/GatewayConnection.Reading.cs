using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Catalog.Engine.Core.Memory;
using Catalog.WsGateway.Framing;
using Catalog.WsGateway.Loops;

namespace Catalog.WsGateway;

public sealed partial class GatewayConnection
{
    private const int MaxKeptScratchBytes = 256 * 1024;

    [ThreadStatic]
    private static ByteBuffer? _scratch;

    private readonly Action _onReadable;
    private MessageReader _reader;
    private PipeReader _input = null!;
    private ValueTaskAwaiter<ReadResult> _reading;
    private volatile ReadPhase _readPhase;

    /// <summary>When the client was last heard, in ticks.</summary>
    internal int HeardAt { get; set; }

    /// <summary>Whether a handler is at work for it, so that nothing is read.</summary>
    internal bool IsHandling => _readPhase == ReadPhase.Handling;

    /// <summary>
    /// Begins to read. Nothing of it stays on a stack or in a suspended method while the client is silent.
    /// </summary>
    internal void Start(PipeReader input)
    {
        _input = input;
        HeardAt = PingedAt = _gateway.Tick;
        if (ReadOn()) OnReadable();
    }

    /// <summary>Asks for more input; true when there is some already.</summary>
    private bool ReadOn()
    {
        _reading = _input.ReadAsync().GetAwaiter();
        if (_reading.IsCompleted) return true;
        _reading.UnsafeOnCompleted(_onReadable);
        return false;
    }

    private void OnReadable()
    {
        try
        {
            do
            {
                ReadResult result = _reading.GetResult();
                if (result.IsCanceled || !Take(result.Buffer) || result.IsCompleted)
                {
                    if (_readPhase == ReadPhase.Handling) _ = AwaitHandlerAsync();
                    else StopReading();
                    return;
                }
            }
            while (ReadOn());
        }
        catch (Exception e) when (e is IOException or InvalidOperationException or OperationCanceledException)
        {
            StopReading();
        }
    }

    private void StopReading()
    {
        if (_readPhase != ReadPhase.PeerClosed) Loop.Post(EntryKind.Gone, this, null, null);
        if (EndsWith(EndedByReader)) Release();
    }

    /// <summary>Reads what came; false when nothing more shall be read for now.</summary>
    private bool Take(in ReadOnlySequence<byte> buffer)
    {
        HeardAt = _gateway.Tick;
        long used = 0;
        foreach (ReadOnlyMemory<byte> piece in buffer)
        {
            ReadOnlySpan<byte> input = piece.Span;
            if (_readPhase == ReadPhase.Reading) TakePiece(ref input);
            if (_readPhase is ReadPhase.Discarding) input = default;
            used += piece.Length - input.Length;
            if (!input.IsEmpty) break;
        }

        SequencePosition end = buffer.GetPosition(used);
        _input.AdvanceTo(end, end);
        return _readPhase is ReadPhase.Reading or ReadPhase.Discarding;
    }

    private void TakePiece(ref ReadOnlySpan<byte> input)
    {
        ByteBuffer scratch = _scratch ??= new ByteBuffer(4096);
        while (_readPhase == ReadPhase.Reading)
        {
            InboundKind kind = _reader.Read(ref input, scratch, out ReadOnlySpan<byte> payload);
            if (kind == InboundKind.None) return;
            Take(kind, payload);
            if (scratch.Capacity > MaxKeptScratchBytes) _scratch = scratch = new ByteBuffer(4096);
        }

        _reader.Release();
    }

    private void Take(InboundKind kind, ReadOnlySpan<byte> payload)
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
        try
        {
            if (ReadOn()) OnReadable();
        }
        catch (InvalidOperationException)
        {
            StopReading();
        }
    }
}
