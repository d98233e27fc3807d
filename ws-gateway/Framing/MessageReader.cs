using System.Text.Unicode;
using Catalog.Engine.Core.Memory;

namespace Catalog.WsGateway.Framing;

/// <summary>
/// Reads a client's messages from bytes cut anywhere, and enforces what RFC 6455 demands of a client: masks, opcodes,
/// reserved bits, shortest lengths, fragments in order, whole control frames, UTF-8, close codes, and the limits.
/// </summary>
/// <remarks>
/// <code>
///   bytes ─► header (≤ 14 B kept) ─► judged ─► payload, unmasked ─┬─► scratch   all of it is here
///                                                                 ├─► _message  it comes in pieces or fragments
///                                                                 └─► _control  a control frame in pieces
/// </code>
/// Invariants: (1) no buffer is held between messages; (2) what is held is what has arrived, never what was declared;
/// (3) text is checked as it comes, so that the first wrong byte ends the connection; (4) after a violation nothing is
/// read. Costs: O(bytes), no allocation for what is whole in the input. Not thread-safe.
/// </remarks>
// mutable: it is where a connection stands in its input
internal struct MessageReader(int maxFrameBytes, int maxMessageBytes, bool mayCompress)
{
    private readonly int _maxFrameBytes = maxFrameBytes;
    private readonly int _maxMessageBytes = maxMessageBytes;
    private readonly bool _mayCompress = mayCompress;
    private FrameHeaderReader _header;
    private FrameHeader _frame;
    private ulong _missing;
    private bool _isInFrame;
    private bool _isDelivered;
    private Opcode _messageOpcode;
    private Utf8Validator _text;
    private ByteBuffer? _message;
    private ByteBuffer? _control;

    /// <summary>Whether the message that was just read, or is being read, is compressed.</summary>
    internal bool IsCompressed { get; private set; }

    /// <summary>What the peer did wrong, once <see cref="Read"/> has said so.</summary>
    internal CloseCode Violation { get; private set; }

    /// <summary>Whether anything of a frame or message has come that is not whole yet.</summary>
    internal readonly bool IsInside => _isInFrame || _header.IsInside || _messageOpcode != Opcode.Continuation;

    /// <summary>Reads on to the next whole message or control frame, or to the end of the input.</summary>
    /// <param name="input">What came; what is used is cut off its front.</param>
    /// <param name="scratch">Where the payload goes if it is whole; overwritten by the next read.</param>
    /// <param name="payload">The payload, valid until the next read.</param>
    internal InboundKind Read(
        ref ReadOnlySpan<byte> input, ByteBuffer scratch, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (Violation != 0) return InboundKind.Violation;
        if (_isDelivered) Release();
        while (true)
        {
            if (!_isInFrame)
            {
                if (!_header.TryRead(ref input, out _frame)) return InboundKind.None;
                if (Judge(in _frame) is { } wrong) return Fail(wrong);
                Begin();
            }

            if (!TryTake(ref input, scratch, out ByteBuffer target)) return Fail(CloseCode.InvalidData);
            if (_missing > 0) return InboundKind.None;
            _isInFrame = false;
            if (_frame.IsControl) return EndControl(target, out payload);
            if (!_frame.IsFinal) continue;
            return EndMessage(target, out payload);
        }
    }

    /// <summary>Gives back the buffers of what was delivered; the payload is no longer valid.</summary>
    internal void Release()
    {
        _isDelivered = false;
        if (_control is not null) Return(ref _control);
        if (_message is not null && _messageOpcode == Opcode.Continuation) Return(ref _message);
    }

    /// <summary>Gives back all buffers: the connection ends, and nothing is read any more.</summary>
    internal void Abandon()
    {
        Violation = CloseCode.Normal;
        _messageOpcode = Opcode.Continuation;
        Release();
    }

    private static void Return(ref ByteBuffer? buffer)
    {
        BufferPool.Return(buffer!);
        buffer = null;
    }

    /// <summary>What is wrong with a header at this point of the conversation, if anything.</summary>
    private readonly CloseCode? Judge(in FrameHeader frame)
    {
        bool isStart = frame.Opcode is Opcode.Text or Opcode.Binary;
        byte allowed = _mayCompress && isStart ? FrameHeader.Rsv1 : (byte)0;
        bool isInMessage = _messageOpcode != Opcode.Continuation;
        if ((frame.Reserved & ~allowed) != 0 || !frame.IsMasked || !frame.IsMinimal) return CloseCode.ProtocolError;
        if (frame.LengthBytes > long.MaxValue) return CloseCode.ProtocolError;
        switch (frame.Opcode)
        {
            case Opcode.Text or Opcode.Binary when isInMessage:
            case Opcode.Continuation when !isInMessage:
                return CloseCode.ProtocolError;
            case Opcode.Text or Opcode.Binary or Opcode.Continuation:
                ulong before = (ulong)(isInMessage && _message is not null ? _message.Length : 0);
                bool fits = frame.LengthBytes <= (ulong)_maxFrameBytes
                    && frame.LengthBytes + before <= (ulong)_maxMessageBytes;
                return fits ? null : CloseCode.TooBig;
            case Opcode.Close or Opcode.Ping or Opcode.Pong:
                bool isWell = frame.IsFinal && frame.LengthBytes <= FrameWriter.MaxControlBytes;
                return isWell ? null : CloseCode.ProtocolError;
            default:
                return CloseCode.ProtocolError;
        }
    }

    private void Begin()
    {
        _isInFrame = true;
        _missing = _frame.LengthBytes;
        if (_frame.IsControl || _frame.Opcode == Opcode.Continuation) return;
        _messageOpcode = _frame.Opcode;
        IsCompressed = _frame.Reserved == FrameHeader.Rsv1;
        _text = default;
    }

    /// <summary>Unmasks what has come of the frame; false when it is text and not UTF-8.</summary>
    private bool TryTake(ref ReadOnlySpan<byte> input, ByteBuffer scratch, out ByteBuffer target)
    {
        int count = (int)Math.Min((ulong)input.Length, _missing);
        target = TargetOf(count, scratch, out bool isAllOfIt);
        Span<byte> room = target.GetSpan(count)[..count];
        uint mask = FrameMask.Turn(_frame.Mask, (long)(_frame.LengthBytes - _missing));
        FrameMask.Apply(input[..count], room, mask);
        target.Advance(count);
        input = input[count..];
        _missing -= (ulong)count;
        if (_frame.IsControl || _messageOpcode != Opcode.Text || IsCompressed) return true;
        if (isAllOfIt) return Utf8.IsValid(room);
        bool isLast = _missing == 0 && _frame.IsFinal;
        return _text.Append(room) && (!isLast || _text.IsWhole);
    }

    private ByteBuffer TargetOf(int count, ByteBuffer scratch, out bool isAllOfIt)
    {
        bool isWhole = (ulong)count == _frame.LengthBytes;
        isAllOfIt = isWhole && (_frame.IsControl || (_frame.IsFinal && _message is null));
        if (isAllOfIt)
        {
            scratch.Clear();
            return scratch;
        }

        if (_frame.IsControl) return _control ??= BufferPool.Rent();
        return _message ??= BufferPool.Rent();
    }

    private InboundKind EndControl(ByteBuffer target, out ReadOnlySpan<byte> payload)
    {
        payload = target.WrittenSpan;
        _isDelivered = true;
        if (_frame.Opcode == Opcode.Close && CloseBody.Check(payload) is { } wrong) return Fail(wrong);
        return _frame.Opcode switch
        {
            Opcode.Ping => InboundKind.Ping,
            Opcode.Pong => InboundKind.Pong,
            _ => InboundKind.Close,
        };
    }

    private InboundKind EndMessage(ByteBuffer target, out ReadOnlySpan<byte> payload)
    {
        payload = target.WrittenSpan;
        _isDelivered = true;
        InboundKind kind = _messageOpcode == Opcode.Text ? InboundKind.Text : InboundKind.Binary;
        _messageOpcode = Opcode.Continuation;
        return kind;
    }

    private InboundKind Fail(CloseCode code)
    {
        Violation = code;
        _isInFrame = false;
        _messageOpcode = Opcode.Continuation;
        return InboundKind.Violation;
    }
}
