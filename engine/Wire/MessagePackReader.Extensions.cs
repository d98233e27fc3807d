using System.Buffers.Binary;

namespace Catalog.Engine.Wire;

public ref partial struct MessagePackReader
{
    private const int NanosecondsPerSecond = 1_000_000_000;
    private const int NanosecondsPerTick = 100;
    private const int TimestampSecondsBits = 34;

    /// <summary>Reads application data and its type as a slice of the input. O(1).</summary>
    /// <param name="type">0 to 127 is the application's, negative the specification's (-1: timestamp).</param>
    /// <exception cref="MessagePackFormatException">Something else follows.</exception>
    public ReadOnlySpan<byte> ReadExtension(out sbyte type)
    {
        byte code = PeekCode();
        int headerBytes = 1;
        long lengthBytes = 0;
        switch (code)
        {
            case >= MessagePackCode.FixExtension1 and <= MessagePackCode.FixExtension16:
                lengthBytes = 1 << (code - MessagePackCode.FixExtension1);
                break;
            case >= MessagePackCode.Extension8 and <= MessagePackCode.Extension32:
                lengthBytes = PeekLength(code - MessagePackCode.Extension8, out headerBytes);
                break;
            default:
                ThrowExpected("an extension", code);
                break;
        }

        type = (sbyte)Peek(headerBytes, 1)[0];
        return Take(headerBytes + 1, lengthBytes);
    }

    /// <summary>Reads a timestamp extension: any instant the format can express.</summary>
    /// <param name="seconds">Seconds since 1970-01-01T00:00Z, rounded down.</param>
    /// <param name="nanoseconds">The rest, 0 to 999,999,999 nanoseconds.</param>
    /// <exception cref="MessagePackFormatException">Something else follows.</exception>
    public void ReadTimestamp(out long seconds, out int nanoseconds)
    {
        int start = _position;
        byte code = PeekCode();
        ReadOnlySpan<byte> data = ReadExtension(out sbyte type);
        if (type == MessagePackCode.TimestampType && TryDecodeTimestamp(data, out seconds, out nanoseconds)) return;
        _position = start;
        ThrowExpected("a timestamp", code);
        (seconds, nanoseconds) = (0, 0);
    }

    /// <summary>
    /// Reads a timestamp extension as an instant in UTC; what is finer than 100 nanoseconds is cut off.
    /// </summary>
    /// <exception cref="MessagePackFormatException">
    /// Something else follows, or an instant outside the years 1 to 9999.
    /// </exception>
    public DateTimeOffset ReadDateTimeOffset()
    {
        int start = _position;
        byte code = PeekCode();
        ReadTimestamp(out long seconds, out int nanoseconds);
        const long MinSeconds = -62_135_596_800; // 0001-01-01T00:00:00Z
        const long MaxSeconds = 253_402_300_799; // 9999-12-31T23:59:59Z
        if (seconds is < MinSeconds or > MaxSeconds)
        {
            _position = start;
            ThrowOutOfRange("a DateTimeOffset", code);
        }

        return DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(nanoseconds / NanosecondsPerTick);
    }

    private static bool TryDecodeTimestamp(ReadOnlySpan<byte> data, out long seconds, out int nanoseconds)
    {
        uint rest = 0;
        seconds = 0;
        switch (data.Length)
        {
            case sizeof(uint):
                seconds = BinaryPrimitives.ReadUInt32BigEndian(data);
                break;
            case sizeof(ulong):
                ulong both = BinaryPrimitives.ReadUInt64BigEndian(data);
                rest = (uint)(both >> TimestampSecondsBits);
                seconds = (long)(both & ((1UL << TimestampSecondsBits) - 1));
                break;
            case sizeof(uint) + sizeof(long):
                rest = BinaryPrimitives.ReadUInt32BigEndian(data);
                seconds = BinaryPrimitives.ReadInt64BigEndian(data[sizeof(uint)..]);
                break;
            default:
                rest = uint.MaxValue;
                break;
        }

        nanoseconds = (int)rest;
        return rest < NanosecondsPerSecond;
    }
}
