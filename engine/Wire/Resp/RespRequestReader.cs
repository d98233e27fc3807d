using System.Buffers.Text;
using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Wire.Resp;

/// <summary>
/// Finds the requests in what a RESP client sends: arrays of bulk strings, and inline commands (a line of words, as
/// somebody types it). What was looked at once is not looked at again when more bytes arrive.
/// <code>
/// *2\r\n $5\r\n ZCARD\r\n $5\r\n board\r\n        arguments: ranges of the bytes
/// ZCARD "board one"\r\n                            arguments: ranges of the words, with quotes and escapes resolved
/// </code>
/// </summary>
/// <remarks>
/// Invariants: (1) a request has at most <see cref="MaxArguments"/> strings of at most <see cref="MaxBulkBytes"/>;
/// (2) no number a client names is believed before as many bytes have come. O(bytes) over all calls, nothing allocated
/// once the ranges have their working size. Not thread-safe. Source: https://redis.io/docs/latest/develop/reference/
/// protocol-spec/.
/// </remarks>
public sealed partial class RespRequestReader
{
    /// <summary>The longest line: an inline command, or a length.</summary>
    public const int MaxLineBytes = 64 * 1024;

    private const int KeptRanges = 4096;

    private readonly ByteBuffer _words = new(64);
    private int[] _ranges = new int[2 * 16];
    private int _expected = -1;
    private int _bulkLength = -1;
    private int _position;
    private bool _isInline;

    /// <summary>The most strings of a request, its name included.</summary>
    public int MaxArguments { get; set; } = 256 * 1024;

    /// <summary>The longest string.</summary>
    public int MaxBulkBytes { get; set; } = 1024 * 1024;

    /// <summary>How many bytes belong to the request, or to the empty one.</summary>
    public int Consumed { get; private set; }

    /// <summary>How many strings the request has, its name included.</summary>
    public int ArgumentCount { get; private set; }

    /// <summary>
    /// How many bytes there must be at least for the next look to find more; 0 when it is not known.
    /// </summary>
    public int Wanted => _bulkLength < 0 ? 0 : _position + _bulkLength + 2;

    /// <summary>What is wrong, in Redis's words, without its <c>ERR</c>.</summary>
    public string Problem { get; private set; } = "";

    /// <summary>
    /// Looks for a request at the start of <paramref name="bytes"/>. After <see cref="RespReadStatus.Incomplete"/>,
    /// come again with the same bytes and more behind them.
    /// </summary>
    public RespReadStatus TryRead(ReadOnlySpan<byte> bytes)
    {
        if (_expected < 0)
        {
            Begin();
            if (bytes.IsEmpty) return RespReadStatus.Incomplete;
            if (bytes[0] != '*') return ReadInline(bytes);
            RespReadStatus header = ReadCount(bytes);
            if (header != RespReadStatus.Complete) return header;
        }

        while (ArgumentCount < _expected)
        {
            RespReadStatus status = ReadBulk(bytes);
            if (status != RespReadStatus.Complete) return status;
        }

        Consumed = _position;
        _expected = -1;
        return RespReadStatus.Complete;
    }

    /// <summary>A string of the request that was just read.</summary>
    /// <param name="bytes">The bytes it was read from.</param>
    /// <param name="index">Which one; 0 is the name.</param>
    public ReadOnlySpan<byte> Argument(ReadOnlySpan<byte> bytes, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)ArgumentCount, nameof(index));
        ReadOnlySpan<byte> source = _isInline ? _words.WrittenSpan : bytes;
        return source.Slice(_ranges[2 * index], _ranges[(2 * index) + 1]);
    }

    private void Begin()
    {
        ArgumentCount = 0;
        Consumed = 0;
        _position = 0;
        _bulkLength = -1;
        _isInline = false;
        if (_ranges.Length > 2 * KeptRanges) _ranges = new int[2 * 16];
    }

    private RespReadStatus ReadCount(ReadOnlySpan<byte> bytes)
    {
        int end = FindLine(bytes, 1, out RespReadStatus status);
        if (status != RespReadStatus.Complete) return Or(status, "too big mbulk count string");
        if (!TryParse(bytes[1..end], out int count) || count > MaxArguments) return Break("invalid multibulk length");
        _position = end + 2;
        if (count <= 0)
        {
            Consumed = _position;
            return RespReadStatus.Empty;
        }

        _expected = count;
        return RespReadStatus.Complete;
    }

    private RespReadStatus ReadBulk(ReadOnlySpan<byte> bytes)
    {
        if (_bulkLength < 0)
        {
            if (_position >= bytes.Length) return RespReadStatus.Incomplete;
            byte kind = bytes[_position];
            if (kind != '$') return Break($"expected '$', got '{Printable(kind)}'");
            int end = FindLine(bytes, _position + 1, out RespReadStatus status);
            if (status != RespReadStatus.Complete) return Or(status, "too big bulk count string");
            bool isLength = TryParse(bytes[(_position + 1)..end], out int length);
            if (!isLength || length < 0 || length > MaxBulkBytes) return Break("invalid bulk length");
            _position = end + 2;
            _bulkLength = length;
        }

        if (bytes.Length - _position < _bulkLength + 2) return RespReadStatus.Incomplete;
        if (bytes[_position + _bulkLength] != '\r' || bytes[_position + _bulkLength + 1] != '\n')
            return Break("a bulk string is longer than it says");
        AddRange(_position, _bulkLength);
        _position += _bulkLength + 2;
        _bulkLength = -1;
        return RespReadStatus.Complete;
    }

    /// <summary>The index of the line's end; what follows <paramref name="start"/> may not hold one yet.</summary>
    private static int FindLine(ReadOnlySpan<byte> bytes, int start, out RespReadStatus status)
    {
        int end = bytes[start..].IndexOf((byte)'\r');
        bool isTooLong = end > MaxLineBytes || (end < 0 && bytes.Length - start > MaxLineBytes);
        bool isBroken = end >= 0 && start + end + 1 < bytes.Length && bytes[start + end + 1] != '\n';
        if (isTooLong || isBroken) status = RespReadStatus.Broken;
        else status = end >= 0 && start + end + 1 < bytes.Length ? RespReadStatus.Complete : RespReadStatus.Incomplete;
        return start + end;
    }

    private static bool TryParse(ReadOnlySpan<byte> digits, out int value)
    {
        value = 0;
        bool isPlain = digits.Length > 0 && (digits[0] == '-' || char.IsAsciiDigit((char)digits[0]));
        return isPlain && Utf8Parser.TryParse(digits, out value, out int used) && used == digits.Length;
    }

    private static char Printable(byte value) => value is >= 32 and < 127 ? (char)value : '?';

    private void AddRange(int start, int length)
    {
        if (2 * ArgumentCount == _ranges.Length) Array.Resize(ref _ranges, 2 * _ranges.Length);
        _ranges[2 * ArgumentCount] = start;
        _ranges[(2 * ArgumentCount) + 1] = length;
        ArgumentCount++;
    }

    private RespReadStatus Or(RespReadStatus status, string problem) =>
        status == RespReadStatus.Broken ? Break(problem) : status;

    private RespReadStatus Break(string problem)
    {
        Problem = "Protocol error: " + problem;
        return RespReadStatus.Broken;
    }
}
