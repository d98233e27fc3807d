namespace Catalog.Shell.Leaderboards.Contracts;

/// <summary>Events and tournaments.</summary>
/// <param name="Items">All of a game mode.</param>
public sealed record ContestListAnswer(IReadOnlyList<ContestAnswer> Items);
