namespace Catalog.Engine.Booking.Advice;

/// <summary>One of the things an expectation rests on.</summary>
/// <param name="Name">
/// <c>slot</c>, <c>theater</c>, <c>film</c>, <c>trend</c>, <c>sales</c> or <c>learned</c>.
/// </param>
/// <param name="Ratio">By how much it multiplies the expectation: 1 changes nothing.</param>
public readonly record struct DemandFactor(string Name, double Ratio);
