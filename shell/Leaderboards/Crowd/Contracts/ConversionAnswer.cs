namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>Of those who first played in a week, who has paid.</summary>
/// <param name="Week">The week's Monday.</param>
/// <param name="Players">How many began.</param>
/// <param name="Payers">How many of them have paid.</param>
public sealed record ConversionAnswer(DateOnly Week, int Players, int Payers);
