namespace Catalog.Engine.Leaderboards.Economy;

/// <summary>How much was recorded. Owned by its shard.</summary>
public sealed class PurchasesState
{
    /// <summary>How many purchases were recorded.</summary>
    public long Count { get; internal set; }
}
