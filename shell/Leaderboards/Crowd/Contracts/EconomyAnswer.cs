namespace Catalog.Shell.Leaderboards.Crowd.Contracts;

/// <summary>What players pay. Amounts are in the currency's smallest unit.</summary>
/// <param name="Currency">The currency; absent when nothing was paid yet.</param>
/// <param name="Currencies">All there are, those with the most revenue first.</param>
/// <param name="Players">How many players there are.</param>
/// <param name="Payers">How many ever paid.</param>
/// <param name="Revenue">What they paid.</param>
/// <param name="Days">The days that were asked for.</param>
/// <param name="Tiers">By skill tier.</param>
/// <param name="Channels">By the channel players came by.</param>
/// <param name="Cohorts">By the week of the first game.</param>
public sealed record EconomyAnswer(
    string? Currency,
    IReadOnlyList<string> Currencies,
    int Players,
    int Payers,
    long Revenue,
    IReadOnlyList<RevenueDayAnswer> Days,
    IReadOnlyList<RevenueTierAnswer> Tiers,
    IReadOnlyList<RevenueChannelAnswer> Channels,
    IReadOnlyList<ConversionAnswer> Cohorts);
