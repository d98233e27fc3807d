namespace Catalog.Engine.Booking.Advice;

/// <summary>A theater of a <see cref="HistoryHouse"/>.</summary>
internal readonly record struct HistoryTheater(
    ulong Id, string Name, string City, double Latitude, double Longitude, int Capacity);
