using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Models;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Models;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Play;

public sealed class StandingScaleTests
{
    [Fact]
    public void NumbersStandWhereTheirDistributionHasThem()
    {
        StandingScale scale = Bell(40_000);
        for (double z = -3; z <= 3; z += 0.5) Assert.Equal(z, scale.Of(5_000 + (1_000 * z)), 0.25);
        Assert.Equal(5_000, scale.At(0), 60.0);
        Assert.Equal(StandingScale.Farthest, scale.Of(1e9));
        Assert.Equal(-StandingScale.Farthest, scale.Of(-1e9));
    }

    [Fact]
    public void MoreIsNeverLess()
    {
        StandingScale scale = Bell(3_000);
        double before = double.NegativeInfinity;
        for (int number = -2_000; number < 12_000; number += 7)
        {
            double z = scale.Of(number);
            Assert.True(z >= before, $"{number}: {z} after {before}");
            before = z;
        }
    }

    [Fact]
    public void AFewWildNumbersDoNotBendIt()
    {
        StandingScale clean = Bell(20_000), mixed = new();
        var random = new SeededRandom(1);
        for (int i = 0; i < 20_000; i++)
            mixed.Add(i % 200 == 0 ? 1_000_000 : 5_000 + (1_000 * random.NextGauss()));
        Assert.Equal(clean.Of(6_500), mixed.Of(6_500), 0.1);
        Assert.True(mixed.Of(1_000_000) > 7);
    }

    [Fact]
    public void ManyEqualNumbersStandInTheirMiddleAndAnythingElseFarFromThem()
    {
        var scale = new StandingScale();
        Assert.Equal(0, scale.Of(3));
        Assert.False(scale.IsKnown);
        for (int i = 0; i < 256; i++) scale.Add(100);
        Assert.True(scale.IsKnown);
        Assert.Equal(0, scale.Of(scale.At(0)));
        Assert.Equal(StandingScale.Farthest, scale.Of(200));
    }

    [Fact]
    public void WhatIsLongAgoIsForgotten()
    {
        StandingScale scale = Bell(10_000);
        for (int i = 0; i < 400_000; i++) scale.Add(50_000 + (i % 1_000 * 100));
        Assert.Equal(0, scale.Of(100_000), 0.3);
    }

    [Fact]
    public void StoringKeepsItAndDamageIsNoticed()
    {
        StandingScale scale = Bell(1_000);
        byte[] bytes = ModelBytes.Of(buffer =>
        {
            var writer = new MessagePackWriter(buffer);
            scale.Save(ref writer);
        });
        var loaded = new StandingScale();
        var reader = new MessagePackReader(bytes);
        loaded.Load(ref reader);
        Assert.Equal(scale.Of(4_321), loaded.Of(4_321));
        Assert.Throws<MessagePackFormatException>(() =>
        {
            var cut = new MessagePackReader(bytes.AsSpan(0, bytes.Length / 2));
            new StandingScale().Load(ref cut);
        });
    }

    [Fact]
    public void AskingAllocatesNothing()
    {
        StandingScale scale = Bell(1_000);
        AllocationGate.AssertNone(() => scale.Of(4_000));
    }

    private static StandingScale Bell(int count)
    {
        var random = new SeededRandom(1);
        var scale = new StandingScale();
        for (int i = 0; i < count; i++) scale.Add(5_000 + (1_000 * random.NextGauss()));
        return scale;
    }
}
