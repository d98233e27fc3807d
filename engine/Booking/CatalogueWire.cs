using System.Buffers.Binary;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>What the catalogue's records have in common as bytes.</summary>
internal static class CatalogueWire
{
    /// <summary>Reads an array header of exactly <paramref name="count"/> elements.</summary>
    /// <exception cref="MessagePackFormatException">Something else follows.</exception>
    public static void ExpectArray(ref MessagePackReader reader, int count, string what)
    {
        int found = reader.ReadArrayHeader();
        if (found != count) throw new MessagePackFormatException($"{what}: {count} fields expected, {found} found.");
    }

    /// <summary>Reads a day number.</summary>
    /// <exception cref="MessagePackFormatException">It is no day between the years 1 and 9999.</exception>
    public static DateOnly ReadDay(ref MessagePackReader reader)
    {
        int day = reader.ReadInt32();
        if (day < DateOnly.MinValue.DayNumber || day > DateOnly.MaxValue.DayNumber)
        {
            throw new MessagePackFormatException($"Day {day} is outside the years 1 to 9999.");
        }

        return DateOnly.FromDayNumber(day);
    }

    /// <summary>Reads an array of prices.</summary>
    /// <exception cref="MessagePackFormatException">There are more than a plan can have zones.</exception>
    public static ZonePrices ReadPrices(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count > SeatPlan.MaxZones) throw new MessagePackFormatException($"{count} prices are too many.");
        Span<int> cents = stackalloc int[SeatPlan.MaxZones];
        for (int i = 0; i < count; i++) cents[i] = reader.ReadInt32();
        return new ZonePrices(cents[..count]);
    }

    /// <summary>Reads a status.</summary>
    /// <exception cref="MessagePackFormatException">There is no such status.</exception>
    public static ShowtimeStatus ReadStatus(ref MessagePackReader reader)
    {
        byte status = reader.ReadByte();
        if (status > (byte)ShowtimeStatus.Cancelled) throw new MessagePackFormatException($"No status {status}.");
        return (ShowtimeStatus)status;
    }

    /// <summary>A hash of bytes, stable across processes and versions. O(length).</summary>
    public static ulong Hash(ReadOnlySpan<byte> bytes)
    {
        var hasher = new StateHasher();
        hasher.Add((ulong)bytes.Length);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hasher.Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (byte b in bytes) hasher.Add(b);
        return hasher.Value;
    }
}
