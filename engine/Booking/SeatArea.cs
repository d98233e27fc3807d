namespace Catalog.Engine.Booking;

/// <summary>A general-admission area of a plan.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Capacity">Number of places.</param>
/// <param name="Zone">The ordinal of its price zone.</param>
public readonly record struct SeatArea(string Name, int Capacity, int Zone);
