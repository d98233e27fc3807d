namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>What came in an hour.</summary>
/// <param name="Hour">When it began.</param>
/// <param name="Submissions">How many counted.</param>
/// <param name="Held">How many were held.</param>
public sealed record HourFiguresAnswer(DateTime Hour, long Submissions, long Held);
