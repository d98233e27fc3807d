namespace Catalog.Shell.Insight.Contracts;

/// <summary>How long buckets of a length are kept before they become part of longer ones.</summary>
/// <param name="Grain">Their length.</param>
/// <param name="Keep">How many; 0 for no bound.</param>
public sealed record LevelAnswer(string Grain, int Keep);
