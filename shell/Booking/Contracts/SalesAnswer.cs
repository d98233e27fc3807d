namespace Catalog.Shell.Booking.Contracts;

/// <summary>What was reserved, sold and given back.</summary>
/// <param name="Total">All of it.</param>
/// <param name="ByDay">By UTC day, in order.</param>
/// <param name="ByMovie">By film, the best-selling first.</param>
/// <param name="ByTheater">By theater, the best-selling first.</param>
public sealed record SalesAnswer(
    SalesRow Total,
    IReadOnlyList<SalesRow> ByDay,
    IReadOnlyList<SalesRow> ByMovie,
    IReadOnlyList<SalesRow> ByTheater);
