namespace Catalog.Seed.Booking;

/// <summary>A day on which more or fewer bookings were made than a day like it has.</summary>
/// <param name="DayMs">Its beginning, milliseconds since 1970.</param>
/// <param name="Factor">How many times as likely people were to book.</param>
internal readonly record struct PlantedDay(long DayMs, double Factor);
