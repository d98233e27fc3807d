namespace Catalog.Engine.Booking;

/// <summary>Adjacent seats of a row that are in one price zone.</summary>
/// <param name="Zone">The zone's name.</param>
/// <param name="FromNumber">The number of the leftmost of them.</param>
/// <param name="ToNumber">The number of the rightmost of them.</param>
public sealed record ZoneRun(string Zone, int FromNumber, int ToNumber);
