namespace Catalog.Shell.Booking.Contracts;

/// <summary>Further words of an answer that is on its way.</summary>
/// <param name="Text">They go on from those before.</param>
public sealed record ChatbotWords(string Text);
