using Catalog.Engine.Models;

namespace Catalog.Engine.Tests.Models;

public sealed class SeededRandomTests
{
    [Fact]
    public void TheSameSeedGivesTheSameNumbersAndAnotherSeedOthers()
    {
        SeededRandom first = new(7), again = new(7), other = new(8);
        ulong[] numbers = [.. Enumerable.Range(0, 100).Select(_ => first.NextBits())];
        Assert.Equal(numbers, Enumerable.Range(0, 100).Select(_ => again.NextBits()));
        Assert.NotEqual(numbers, Enumerable.Range(0, 100).Select(_ => other.NextBits()));
    }

    [Fact]
    public void NumbersFallEvenlyAndNormally()
    {
        var random = new SeededRandom(1);
        int[] counts = new int[7];
        double sum = 0, squares = 0;
        for (int i = 0; i < 70_000; i++)
        {
            counts[random.Next(7)]++;
            double gauss = random.NextGauss();
            sum += gauss;
            squares += gauss * gauss;
            Assert.InRange(random.NextDouble(), 0, 1 - double.Epsilon);
        }

        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
        Assert.InRange(sum / 70_000, -0.02, 0.02);
        Assert.InRange(squares / 70_000, 0.97, 1.03);
    }

    [Fact]
    public void ShufflingLosesNothing()
    {
        int[] items = [.. Enumerable.Range(0, 50)];
        new SeededRandom(3).Shuffle<int>(items);
        Assert.NotEqual(Enumerable.Range(0, 50), items);
        Assert.Equal(Enumerable.Range(0, 50), items.Order());
    }
}
