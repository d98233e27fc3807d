namespace Catalog.Engine.Tests.Core.Shards;

internal sealed class TallyState
{
    public long Sum { get; set; }

    public long Count { get; set; }

    /// <summary>How often it was prepared; not part of what is saved.</summary>
    public int PrefetchCount { get; set; }

    public long WakeAtMs { get; set; } = long.MaxValue;
}
