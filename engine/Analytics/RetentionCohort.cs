namespace Catalog.Engine.Analytics;

/// <summary>Those who began in the same period, and how many of them were there in each one after.</summary>
/// <param name="StartMs">When the period begins they began in, milliseconds since 1970.</param>
/// <param name="Size">How many they are.</param>
/// <param name="Active">
/// How many of them did something in that period, the next one, and so on: the first number is the size.
/// </param>
public sealed record RetentionCohort(long StartMs, int Size, IReadOnlyList<int> Active);
