namespace Catalog.Shell.Leaderboards.Insight.Contracts;

/// <summary>Whether games bring more than their players' own past makes one expect.</summary>
/// <param name="IsKnown">Whether there are days enough to tell.</param>
/// <param name="IsRising">Whether they do, by more than chance explains.</param>
/// <param name="Scope">Whose games: <c>all</c>, or <c>top</c> for those of the first hundred only.</param>
/// <param name="Evidence">What adds up to that, in deviations.</param>
/// <param name="Limit">From where on it is no chance.</param>
/// <param name="Since">The day it began; absent when nothing is above the usual.</param>
/// <param name="Rise">By how much games have been above the usual since, as a share of it.</param>
/// <param name="Usual">What games usually bring, as a multiple of their players' own averages before.</param>
/// <param name="Factor">What scores would have to be multiplied by to be the usual; absent when nothing rises.</param>
/// <param name="Advice">What could be done; absent when nothing rises.</param>
public sealed record InflationAnswer(
    bool IsKnown,
    bool IsRising,
    string Scope,
    double Evidence,
    double Limit,
    DateOnly? Since,
    double Rise,
    double? Usual,
    double? Factor,
    string? Advice);
