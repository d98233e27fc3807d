namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>Those who first played on a day or in a week, and how many of them played later.</summary>
/// <param name="FirstDay">The day, or the week's Monday, since 1970.</param>
/// <param name="Active">How many played so many days or weeks later; the first number is all of them.</param>
public readonly record struct EngagementCohort(int FirstDay, IReadOnlyList<int> Active);
