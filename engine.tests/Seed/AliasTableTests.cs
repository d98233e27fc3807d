using Catalog.Seed.Shared;

namespace Catalog.Engine.Tests.Seed;

public sealed class AliasTableTests
{
    [Fact]
    public void DrawsByWeight()
    {
        double[] weights = [1, 0, 2, 7, 0];
        var table = new AliasTable(weights);
        var random = new Random(42);
        int[] counts = new int[weights.Length];
        for (int i = 0; i < 100_000; i++) counts[table.Draw(random)]++;
        for (int i = 0; i < weights.Length; i++) Assert.InRange(counts[i], weights[i] * 9_500, weights[i] * 10_500);
    }

    [Fact]
    public void NothingToDrawFromIsRefused() =>
        Assert.Throws<ArgumentException>(static () => new AliasTable([0, 0]));
}
