namespace Catalog.Engine.Booking;

/// <summary>How the places of a general-admission area stand.</summary>
/// <param name="Capacity">Number of places.</param>
/// <param name="Held">Of these, how many are in holds.</param>
/// <param name="Sold">Of these, how many are sold.</param>
/// <param name="Blocked">Of these, how many the box office keeps.</param>
public readonly record struct AreaCounts(int Capacity, int Held, int Sold, int Blocked = 0)
{
    /// <summary>Of these, how many may be held.</summary>
    public int Free => Capacity - Held - Sold - Blocked;
}
