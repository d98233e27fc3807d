using System.Buffers.Binary;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>
/// Counts what a server delivers over one connection by looking at the frames' headers only, however the stream is cut.
/// <code>
/// a delivery   a text or binary frame of at least so many bytes; shorter ones are a peer's own small talk
///              or, where a peer packs several messages into a frame, a record's end within one
/// </code>
/// Servers do not mask and send whole messages, so a frame is a message. Not thread-safe.
/// </summary>
internal sealed class FrameCounter(int minBytes, bool countsRecords)
{
    private const int MaxHeaderBytes = 10;
    private const byte RecordEnd = 0x1e;

    private readonly byte[] _header = new byte[MaxHeaderBytes];
    private int _headerCount;
    private long _payloadLeft;
    private int _opcode;
    private int _worth;

    /// <summary>Pings since the last look, see <see cref="TakePings"/>.</summary>
    private int _pings;

    /// <summary>Whether the server said that it closes.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether the stream stands between two frames.</summary>
    public bool IsBetweenFrames => _headerCount == 0 && _payloadLeft == 0;

    /// <summary>Takes the next bytes of the stream; how many deliveries end in them.</summary>
    public int Count(ReadOnlySpan<byte> input)
    {
        int found = 0;
        while (true)
        {
            if (_payloadLeft > 0)
            {
                int taken = (int)Math.Min(_payloadLeft, input.Length);
                if (countsRecords && _opcode <= 2) found += input[..taken].Count(RecordEnd);
                input = input[taken..];
                _payloadLeft -= taken;
                if (_payloadLeft > 0) return found;
                found += _worth;
            }

            if (input.IsEmpty || !TryTakeHeader(ref input)) return found;
        }
    }

    /// <summary>How many pings came since it was last asked.</summary>
    public int TakePings()
    {
        int pings = _pings;
        _pings = 0;
        return pings;
    }

    private bool TryTakeHeader(ref ReadOnlySpan<byte> input)
    {
        if (_headerCount == 0 && input.Length >= MaxHeaderBytes)
        {
            input = input[Begin(input)..];
            return true;
        }

        while (!input.IsEmpty)
        {
            _header[_headerCount++] = input[0];
            input = input[1..];
            if (_headerCount < 2 || _headerCount < HeaderBytes(_header[1])) continue;
            Begin(_header);
            _headerCount = 0;
            return true;
        }

        return false;
    }

    private static int HeaderBytes(byte second) => (second & 0x7f) switch { 127 => 10, 126 => 4, _ => 2 };

    /// <summary>Begins a frame; the length of its header.</summary>
    private int Begin(ReadOnlySpan<byte> header)
    {
        int sizeBytes = HeaderBytes(header[1]);
        _payloadLeft = sizeBytes switch
        {
            2 => header[1] & 0x7f,
            4 => BinaryPrimitives.ReadUInt16BigEndian(header[2..]),
            _ => BinaryPrimitives.ReadInt64BigEndian(header[2..]),
        };
        if ((header[1] & 0x80) != 0 || _payloadLeft < 0) throw new InvalidDataException("Not a server's frame.");
        _opcode = header[0] & 0x0f;
        _worth = _opcode <= 2 && !countsRecords && _payloadLeft >= minBytes ? 1 : 0;
        if (_opcode == 8) IsClosed = true;
        if (_opcode == 9) _pings++;
        return sizeBytes;
    }
}
