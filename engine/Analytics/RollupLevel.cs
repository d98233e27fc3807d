namespace Catalog.Engine.Analytics;

/// <summary>How long a rollup keeps buckets of one length before they become part of longer ones.</summary>
/// <param name="Grain">The buckets' length: a minute, an hour, a day or a month (weeks do not make up months).</param>
/// <param name="Keep">
/// The newest buckets that stay, at least; the next coarser level takes the older ones, once they fill one of its own.
/// On the last level older ones are dropped. 0 for no bound, on the last level only.
/// </param>
public readonly record struct RollupLevel(TimeGrain Grain, int Keep);
