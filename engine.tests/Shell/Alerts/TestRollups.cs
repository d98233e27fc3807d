using Catalog.Engine.Analytics;
using Catalog.Shell.Insight;

namespace Catalog.Engine.Tests.Shell.Alerts;

/// <summary>A rollup of sales by place, minute by minute, that a test fills by hand.</summary>
internal sealed class TestRollups : IRollupSource
{
    private readonly Rollup _sales = new(new RollupSpec
    {
        Name = "sales",
        Title = "Sales",
        Dimensions = [new DimensionSpec("place", "Place")],
        Measures =
        [
            MeasureSpec.Count("orders", "Orders"),
            MeasureSpec.Sum("amount", "Amount"),
            MeasureSpec.Ratio("average", "Average", ("amount", "orders")),
        ],
        Levels = [new RollupLevel(TimeGrain.Minute, 50_000)],
    });

    public string System => "test";

    public IReadOnlyList<RollupSpec> Rollups => [_sales.Spec];

    public long Position => 0;

    public long? SinceMs => null;

    public void Add(DateTimeOffset time, ulong place, long amount) =>
        _sales.Add(time.ToUnixTimeMilliseconds(), [place], [1, amount]);

    public RollupSpec? Find(string name) => name == "sales" ? _sales.Spec : null;

    public RollupTable Query(string name, RollupQuery query) => _sales.Query(query);

    public string? LabelOf(string dimension, ulong id) => null;

    public Task WaitAsync(CancellationToken cancel = default) => Task.CompletedTask;
}
