using System.Collections.Immutable;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>The rules a showtime is sold under.</summary>
public sealed record ShowtimeTerms
{
    /// <summary>The usual hold: five minutes.</summary>
    public const int DefaultHoldMs = 5 * 60 * 1000;

    /// <summary>The usual offer to somebody on the waiting list: ten minutes.</summary>
    public const int DefaultOfferMs = 10 * 60 * 1000;

    /// <summary>The catalogue's revision these terms come from; later ones replace earlier ones.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>When sale begins, milliseconds since 1970; 0 for at once.</summary>
    public long OnSaleAtMs { get; init; }

    /// <summary>When the show starts and sale ends, milliseconds since 1970.</summary>
    public required long StartsAtMs { get; init; }

    /// <summary>The price of each zone of the plan, in hundredths.</summary>
    public required ImmutableArray<int> ZonePricesCents { get; init; }

    /// <summary>How long a hold lasts, in milliseconds.</summary>
    public int HoldMs { get; init; } = DefaultHoldMs;

    /// <summary>How long an offer to somebody on the waiting list lasts, in milliseconds.</summary>
    public int OfferMs { get; init; } = DefaultOfferMs;

    /// <summary>How often a hold may be extended.</summary>
    public int MaxExtensions { get; init; } = 1;

    /// <summary>Whether only those the waiting room let in may hold seats.</summary>
    public bool HasWaitingRoom { get; init; }

    /// <summary>Whether the show is off: nothing is sold, everything is refunded.</summary>
    public bool IsCancelled { get; init; }

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(8 + ZonePricesCents.Length);
        writer.Write((long)Revision);
        writer.Write(OnSaleAtMs);
        writer.Write(StartsAtMs);
        writer.Write((long)HoldMs);
        writer.Write((long)OfferMs);
        writer.Write((long)MaxExtensions);
        writer.Write(HasWaitingRoom);
        writer.Write(IsCancelled);
        foreach (int price in ZonePricesCents) writer.Write((long)price);
    }

    internal static ShowtimeTerms Read(ref MessagePackReader reader)
    {
        int zones = reader.ReadArrayHeader() - 8;
        if (zones is < 0 or > SeatPlan.MaxZones) throw new MessagePackFormatException($"Terms with {zones} zones.");
        int revision = reader.ReadInt32();
        long onSaleAtMs = reader.ReadInt64();
        long startsAtMs = reader.ReadInt64();
        int holdMs = reader.ReadInt32();
        int offerMs = reader.ReadInt32();
        int maxExtensions = reader.ReadInt32();
        bool hasWaitingRoom = reader.ReadBoolean();
        bool isCancelled = reader.ReadBoolean();
        var prices = ImmutableArray.CreateBuilder<int>(zones);
        for (int i = 0; i < zones; i++) prices.Add(reader.ReadInt32());
        return new ShowtimeTerms
        {
            Revision = revision,
            OnSaleAtMs = onSaleAtMs,
            StartsAtMs = startsAtMs,
            HoldMs = holdMs,
            OfferMs = offerMs,
            MaxExtensions = maxExtensions,
            HasWaitingRoom = hasWaitingRoom,
            IsCancelled = isCancelled,
            ZonePricesCents = prices.MoveToImmutable(),
        };
    }
}
