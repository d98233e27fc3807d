namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>What was paid on a day.</summary>
/// <param name="Day">The UTC day.</param>
/// <param name="Revenue">How much.</param>
/// <param name="Purchases">How many purchases.</param>
/// <param name="NewPayers">Who paid for the first time.</param>
public sealed record RevenueDayAnswer(DateOnly Day, long Revenue, int Purchases, int NewPayers);
