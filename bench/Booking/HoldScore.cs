namespace Catalog.Bench.Booking;

/// <summary>What a run of the hold workload came to.</summary>
/// <param name="Attempts">Holds attempted.</param>
/// <param name="Granted">Holds granted.</param>
/// <param name="Elapsed">How long it took.</param>
internal readonly record struct HoldScore(long Attempts, long Granted, TimeSpan Elapsed)
{
    /// <summary>Attempts a second.</summary>
    public double PerSecond => Attempts / Elapsed.TotalSeconds;

    /// <summary>The share that was granted.</summary>
    public double GrantedShare => Attempts == 0 ? 0 : (double)Granted / Attempts;
}
