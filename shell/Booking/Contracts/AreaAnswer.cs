namespace Catalog.Shell.Booking.Contracts;

/// <summary>A general-admission area.</summary>
/// <param name="Name">Its name; what a reservation names it by.</param>
/// <param name="Zone">Its price zone.</param>
/// <param name="PriceCents">What a place costs, in hundredths.</param>
/// <param name="Capacity">Places in all.</param>
/// <param name="Free">Of these, how many may be held.</param>
/// <param name="Held">Of these, how many are held.</param>
/// <param name="Sold">Of these, how many are sold.</param>
/// <param name="Blocked">Of these, how many the box office keeps.</param>
public sealed record AreaAnswer(
    string Name, string Zone, int PriceCents, int Capacity, int Free, int Held, int Sold, int Blocked);
