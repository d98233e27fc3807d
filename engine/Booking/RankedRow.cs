namespace Catalog.Engine.Booking;

/// <summary>A row and its place in an order: by the primary key, then by start, then by id, all ascending.</summary>
/// <param name="Primary">What is sorted by, its sign turned for a descending order.</param>
/// <param name="StartsAtMs">When the showtime starts.</param>
/// <param name="Id">The showtime.</param>
/// <param name="Row">Its row.</param>
internal readonly record struct RankedRow(long Primary, long StartsAtMs, ulong Id, int Row) : IComparable<RankedRow>
{
    /// <inheritdoc/>
    public int CompareTo(RankedRow other)
    {
        if (Primary != other.Primary) return Primary < other.Primary ? -1 : 1;
        if (StartsAtMs != other.StartsAtMs) return StartsAtMs < other.StartsAtMs ? -1 : 1;
        return Id.CompareTo(other.Id);
    }
}
