namespace Catalog.Engine.Leaderboards;

/// <summary>One of the numbers a <see cref="ScoreLayout"/> ranks by.</summary>
/// <param name="Min">The least it can be.</param>
/// <param name="Max">The most it can be.</param>
/// <param name="Order">Whether more is better, as points are, or less, as time is.</param>
public readonly record struct ScoreColumn(long Min, long Max, ScoreOrder Order = ScoreOrder.Descending);
