namespace Catalog.Engine.Booking.Advice;

/// <summary>What suggestions are asked for.</summary>
/// <param name="NowMs">The present, milliseconds since 1970.</param>
/// <param name="Limit">Films at most.</param>
/// <param name="City">Only near theaters of this city; null for the person's own.</param>
public readonly record struct TasteRequest(long NowMs, int Limit, string? City);
