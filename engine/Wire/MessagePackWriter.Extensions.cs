using System.Buffers.Binary;

namespace Catalog.Engine.Wire;

public readonly ref partial struct MessagePackWriter
{
    private const int NanosecondsPerSecond = 1_000_000_000;
    private const int NanosecondsPerTick = 100;

    /// <summary>Seconds of the 64-bit timestamp have 34 bits, its nanoseconds the upper 30.</summary>
    private const int TimestampSecondsBits = 34;

    /// <summary>
    /// Writes application data of a type of its own: 0 to 127 are the application's, others reserved.
    /// </summary>
    public void WriteExtension(sbyte type, ReadOnlySpan<byte> data)
    {
        // A buffer in pieces is cut between values only: room for header and data at once.
        _buffer.GetSpan(checked(2 + sizeof(uint) + data.Length));
        WriteExtensionHeader(type, data.Length);
        _buffer.Write(data);
    }

    /// <summary>Writes an instant as the timestamp extension, to the 100 nanoseconds that .NET knows.</summary>
    public void Write(DateTimeOffset value)
    {
        long ticks = value.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        long seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out long rest);
        if (rest < 0) (seconds, rest) = (seconds - 1, rest + TimeSpan.TicksPerSecond);
        WriteTimestamp(seconds, (int)rest * NanosecondsPerTick);
    }

    /// <summary>
    /// Writes an instant as the timestamp extension (type -1) in its shortest form of 6, 10 or 15 bytes.
    /// </summary>
    /// <param name="seconds">Seconds since 1970-01-01T00:00Z, rounded down.</param>
    /// <param name="nanoseconds">The rest, 0 to 999,999,999 nanoseconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">The nanoseconds are negative or a second and more.</exception>
    public void WriteTimestamp(long seconds, int nanoseconds)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(
            (uint)nanoseconds, (uint)NanosecondsPerSecond, nameof(nanoseconds));
        Span<byte> data = stackalloc byte[sizeof(uint) + sizeof(long)];
        if (nanoseconds == 0 && seconds is >= 0 and <= uint.MaxValue)
        {
            BinaryPrimitives.WriteUInt32BigEndian(data, (uint)seconds);
            data = data[..sizeof(uint)];
        }
        else if (seconds >>> TimestampSecondsBits == 0)
        {
            BinaryPrimitives.WriteUInt64BigEndian(data, ((ulong)nanoseconds << TimestampSecondsBits) | (ulong)seconds);
            data = data[..sizeof(ulong)];
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(data, (uint)nanoseconds);
            BinaryPrimitives.WriteInt64BigEndian(data[sizeof(uint)..], seconds);
        }

        WriteExtension(MessagePackCode.TimestampType, data);
    }

    private void WriteExtensionHeader(sbyte type, int lengthBytes)
    {
        byte fixedCode = lengthBytes switch
        {
            1 => MessagePackCode.FixExtension1,
            2 => MessagePackCode.FixExtension2,
            4 => MessagePackCode.FixExtension4,
            8 => MessagePackCode.FixExtension8,
            16 => MessagePackCode.FixExtension16,
            _ => 0,
        };
        if (fixedCode != 0) WriteByte(fixedCode);
        else if (lengthBytes <= byte.MaxValue) WriteCode8(MessagePackCode.Extension8, (byte)lengthBytes);
        else if (lengthBytes <= ushort.MaxValue) WriteCode16(MessagePackCode.Extension16, (ushort)lengthBytes);
        else WriteCode32(MessagePackCode.Extension32, (uint)lengthBytes);
        WriteByte((byte)type);
    }
}
