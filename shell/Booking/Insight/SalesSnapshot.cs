namespace Catalog.Shell.Booking.Insight;

/// <summary>The figures at one moment. Immutable.</summary>
/// <param name="Total">All of it.</param>
/// <param name="ByDay">By UTC day, counted from 1970, in order.</param>
/// <param name="ByMovie">By film.</param>
/// <param name="ByTheater">By theater.</param>
public sealed record SalesSnapshot(
    SalesFigures Total,
    IReadOnlyList<KeyValuePair<ulong, SalesFigures>> ByDay,
    IReadOnlyList<KeyValuePair<ulong, SalesFigures>> ByMovie,
    IReadOnlyList<KeyValuePair<ulong, SalesFigures>> ByTheater)
{
    /// <summary>The day a key of <see cref="ByDay"/> stands for.</summary>
    public static DateOnly DayOf(ulong key) => DateOnly.FromDateTime(DateTime.UnixEpoch.AddDays(key));
}
