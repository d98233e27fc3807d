namespace Catalog.Engine.Leaderboards.Economy;

/// <summary>What was paid on a day (UTC), in one currency.</summary>
/// <param name="Day">The day, since 1970.</param>
/// <param name="AmountMinor">How much, in the currency's smallest unit.</param>
/// <param name="Purchases">How many purchases.</param>
/// <param name="NewPayers">Who paid for the first time.</param>
public readonly record struct RevenueDay(int Day, long AmountMinor, int Purchases, int NewPayers);
