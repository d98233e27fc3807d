namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>One of the things an expectation rests on.</summary>
/// <param name="Name"><c>slot</c>, <c>theater</c>, <c>film</c>, <c>trend</c>, <c>sales</c> or <c>learned</c>.</param>
/// <param name="Percent">By how much it raises or lowers the expectation.</param>
/// <param name="Text">The same as a sentence.</param>
public sealed record FactorAnswer(string Name, double Percent, string Text);
