namespace Catalog.Engine.Booking;

/// <summary>How an <see cref="AdmissionGate"/> admits. Whole numbers, so that every replay admits alike.</summary>
public sealed record GateOptions
{
    /// <summary>How many may wait.</summary>
    public int WaitingCapacity { get; init; } = 100_000;

    /// <summary>How many may be inside at once.</summary>
    public int PassCapacity { get; init; } = 10_000;

    /// <summary>How long a pass is good for, in milliseconds.</summary>
    public long PassLifetimeMs { get; init; } = 10 * 60_000;

    /// <summary>How many are let in for what is left, in percent: above 100, as not everyone buys.</summary>
    public int OvercommitPercent { get; init; } = 150;

    /// <summary>How many seats a visitor takes on average, in hundredths of a seat.</summary>
    public int PartySizeHundredths { get; init; } = 250;

    /// <summary>How long whoever waits may be silent before the place is lost, in milliseconds.</summary>
    public long PatienceMs { get; init; } = 2 * 60_000;

    /// <summary>Says what is wrong, field first, or null.</summary>
    public string? Validate()
    {
        if (WaitingCapacity < 1) return $"{nameof(WaitingCapacity)} is at least 1.";
        if (PassCapacity < 1) return $"{nameof(PassCapacity)} is at least 1.";
        if (PassLifetimeMs < 1) return $"{nameof(PassLifetimeMs)} is at least 1.";
        if (PatienceMs < 1) return $"{nameof(PatienceMs)} is at least 1.";
        if (OvercommitPercent is < 1 or > 10_000) return $"{nameof(OvercommitPercent)} is 1 to 10,000.";
        return PartySizeHundredths is < 100 or > 1_000 ? $"{nameof(PartySizeHundredths)} is 100 to 1,000." : null;
    }
}
