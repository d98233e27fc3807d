namespace Catalog.Bench.Booking;

/// <summary>What was acknowledged to buyers, and what was looked at. Not thread-safe: one a buyer.</summary>
internal sealed record BuyerTally
{
    /// <summary>Holds acknowledged.</summary>
    public long Reserved { get; set; }

    /// <summary>Payments acknowledged.</summary>
    public long Confirmed { get; set; }

    /// <summary>Holds given back and bookings cancelled, acknowledged.</summary>
    public long Undone { get; set; }

    /// <summary>Requests a kill cut off.</summary>
    public long CutOff { get; set; }

    /// <summary>Payments that were cut off before the money moved, and were then declined.</summary>
    public long Declined { get; set; }

    /// <summary>Answers asked for a second time after a kill.</summary>
    public long Repeated { get; set; }

    /// <summary>Bookings compared after a kill.</summary>
    public long Compared { get; set; }

    /// <summary>Adds them up.</summary>
    public static BuyerTally Sum(IEnumerable<BuyerTally> tallies) => tallies.Aggregate(new BuyerTally(), (a, b) => new()
    {
        Reserved = a.Reserved + b.Reserved,
        Confirmed = a.Confirmed + b.Confirmed,
        Undone = a.Undone + b.Undone,
        CutOff = a.CutOff + b.CutOff,
        Declined = a.Declined + b.Declined,
        Repeated = a.Repeated + b.Repeated,
        Compared = a.Compared + b.Compared,
    });
}
