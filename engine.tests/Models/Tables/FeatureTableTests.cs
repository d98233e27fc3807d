using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Tests.Models.Tables;

public sealed class FeatureTableTests
{
    [Fact]
    public void RowsComeBackAndAFullTableTakesNoMore()
    {
        var table = new FeatureTable(2, 300);
        for (int i = 0; i < 300; i++) Assert.True(table.TryAdd([i, -i], i * 2));
        Assert.False(table.TryAdd([1, 2], 3));
        Assert.Equal(300, table.Rows);
        Assert.Equal([299f, -299f], table.Row(299).ToArray());
        Assert.Equal(598, table.Targets[299]);
        Assert.Throws<ArgumentException>(() => table.TryAdd([1]));
    }
}
