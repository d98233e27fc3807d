namespace Catalog.Shell.Booking.Advice.Contracts;

/// <summary>Why a film is recommended.</summary>
/// <param name="Kind"><c>genre</c>, <c>similar</c>, <c>popular</c>, <c>near</c>, <c>time</c> or <c>new</c>.</param>
/// <param name="Subject">The genre, the film it is like, the city, the theater or the weekday.</param>
/// <param name="Text">The same as a sentence.</param>
public sealed record RecommendationReasonAnswer(string Kind, string Subject, string Text);
