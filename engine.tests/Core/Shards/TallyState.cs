namespace Catalog.Engine.Tests.Core.Shards;

internal sealed class TallyState
{
    public long Sum { get; set; }

    public long Count { get; set; }

    public long WakeAtMs { get; set; } = long.MaxValue;
}
