namespace Catalog.Engine.Booking;

/// <summary>What a party wants of <see cref="BestAvailable"/>.</summary>
public readonly ref struct BestAvailableRequest
{
    /// <summary>Number of people, 1 to <see cref="SeatList.MaxCount"/>.</summary>
    public required int Count { get; init; }

    /// <summary>How many of them need an accessible seat.</summary>
    public int AccessibleCount { get; init; }

    /// <summary>The price zones they would sit in, a bit each; 0 is any.</summary>
    public ulong ZoneMask { get; init; }

    /// <summary>The most a seat may cost, in hundredths; without it anything.</summary>
    public long? MaxPriceCents { get; init; }

    /// <summary>The price of each zone by ordinal, in hundredths; needed with <see cref="MaxPriceCents"/>.</summary>
    public ReadOnlySpan<int> ZonePricesCents { get; init; }

    /// <summary>Another row than the plan's to measure distances from.</summary>
    public int? FocalRow { get; init; }

    /// <summary>Another place in the row than the plan's to measure from: half seats from the left edge.</summary>
    public int? FocalX { get; init; }

    /// <summary>Whether they may leave a single seat alone next to them.</summary>
    public bool AllowOrphans { get; init; }

    /// <summary>Whether they may sit apart.</summary>
    public bool AllowSplit { get; init; }
}
