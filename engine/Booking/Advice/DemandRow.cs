namespace Catalog.Engine.Booking.Advice;

/// <summary>What was known of a past showtime at a moment, and what came of it.</summary>
/// <param name="Show">The showtime's index.</param>
/// <param name="NowMs">The moment.</param>
/// <param name="FinalLog">The logarithm of one and the expectation at that moment.</param>
/// <param name="Numbers">The row for the trees.</param>
internal sealed record DemandRow(int Show, long NowMs, double FinalLog, float[] Numbers);
