namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Final standings.</summary>
/// <param name="Type">What they span.</param>
/// <param name="Window">Which day, week, month or season; of an event its id.</param>
/// <param name="ClosedAt">When they became final.</param>
/// <param name="TotalPlayers">How many were on the board.</param>
public sealed record ArchiveHeadAnswer(string Type, string Window, DateTime ClosedAt, long TotalPlayers);
