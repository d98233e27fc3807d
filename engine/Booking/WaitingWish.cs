using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>What somebody on a <see cref="WaitingList"/> waits for.</summary>
public readonly record struct WaitingWish
{
    /// <summary>Number of seats or places, 1 to <see cref="SeatList.MaxCount"/>.</summary>
    public required byte Count { get; init; }

    /// <summary>How they would sit.</summary>
    public WishKind Kind { get; init; }

    /// <summary>The general-admission area, for <see cref="WishKind.Places"/>.</summary>
    public byte Area { get; init; }

    /// <summary>The price zones they would sit in, a bit each; 0 is any. For seats.</summary>
    public ulong ZoneMask { get; init; }

    /// <summary>The most a seat or place may cost, in hundredths; 0 is anything.</summary>
    public long MaxPriceCents { get; init; }

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(5);
        writer.Write((ulong)Count);
        writer.Write((ulong)Kind);
        writer.Write((ulong)Area);
        writer.Write(ZoneMask);
        writer.Write(MaxPriceCents);
    }

    internal static WaitingWish Read(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader();
        return new WaitingWish
        {
            Count = reader.ReadByte(),
            Kind = (WishKind)reader.ReadByte(),
            Area = reader.ReadByte(),
            ZoneMask = reader.ReadUInt64(),
            MaxPriceCents = reader.ReadInt64(),
        };
    }
}
