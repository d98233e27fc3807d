namespace Catalog.Shell.Booking.Advice;

/// <summary>How training stands.</summary>
/// <param name="Count">Trainings that were finished since the server started.</param>
/// <param name="IsUnderWay">Whether one is under way.</param>
/// <param name="DurationMs">How long the last one took.</param>
/// <param name="Failure">Why the last one failed, or null.</param>
internal sealed record AdviceTraining(int Count, bool IsUnderWay, double DurationMs, string? Failure);
