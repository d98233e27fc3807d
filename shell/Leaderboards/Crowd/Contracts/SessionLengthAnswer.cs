namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>Sessions of a length.</summary>
/// <param name="FromSeconds">From so long.</param>
/// <param name="ToSeconds">To less than so long; absent for the longest.</param>
/// <param name="Count">How many.</param>
public sealed record SessionLengthAnswer(int FromSeconds, int? ToSeconds, long Count);
