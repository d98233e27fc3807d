namespace Catalog.Engine.Booking.Advice;

/// <summary>Why a film is suggested.</summary>
/// <param name="Kind">
/// <c>genre</c>, <c>similar</c>, <c>popular</c>, <c>near</c>, <c>time</c> or <c>new</c>.
/// </param>
/// <param name="Subject">The genre, the film it is like, the city it is popular in, or the theater.</param>
public readonly record struct TasteReason(string Kind, string Subject);
