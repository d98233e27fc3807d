using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>What a party wants, when the showtime is to choose the seats.</summary>
/// <param name="Count">How many people, 1 to <see cref="SeatList.MaxCount"/>.</param>
/// <param name="AccessibleCount">How many of them need an accessible seat.</param>
/// <param name="ZoneMask">The price zones they would sit in, a bit each; 0 for any.</param>
/// <param name="MaxPriceCents">The most a seat may cost, in hundredths; 0 for anything.</param>
/// <param name="AllowOrphans">Whether a single seat may be left alone next to them.</param>
/// <param name="AllowSplit">Whether they may sit apart.</param>
public readonly record struct SeatWish(
    int Count,
    int AccessibleCount = 0,
    ulong ZoneMask = 0,
    int MaxPriceCents = 0,
    bool AllowOrphans = true,
    bool AllowSplit = false)
{
    private const int FieldCount = 6;

    /// <summary>Whether the numbers make sense at all.</summary>
    public bool IsValid =>
        Count is >= 1 and <= SeatList.MaxCount
        && AccessibleCount >= 0
        && AccessibleCount <= Count
        && MaxPriceCents >= 0;

    /// <summary>Encodes: <c>[count, accessible, zones, price, orphans, split]</c>.</summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(FieldCount);
        writer.Write(Count);
        writer.Write(AccessibleCount);
        writer.Write(ZoneMask);
        writer.Write(MaxPriceCents);
        writer.Write(AllowOrphans);
        writer.Write(AllowSplit);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a wish.</exception>
    internal static SeatWish Read(ref MessagePackReader reader)
    {
        int further = WireFields.Begin(ref reader, FieldCount);
        var wish = new SeatWish(
            reader.ReadInt32(),
            reader.ReadInt32(),
            reader.ReadUInt64(),
            reader.ReadInt32(),
            reader.ReadBoolean(),
            reader.ReadBoolean());
        WireFields.End(ref reader, further);
        return wish;
    }
}
