using Catalog.Shell.Events;

namespace Catalog.Engine.Tests.Shell.Events;

/// <summary>The lag an operator sees.</summary>
public sealed class RecentLagTests
{
    [Fact]
    public void Nothing_handled_is_no_lag() => Assert.Equal((0, 0), new RecentLag().Percentiles(50, 99));

    [Fact]
    public void Percentiles_are_of_the_ages_in_any_order()
    {
        var lag = new RecentLag();
        for (int age = 100; age >= 1; age--) lag.Record(age);
        Assert.Equal((50, 99), lag.Percentiles(50, 99));
        Assert.Equal((1, 100), lag.Percentiles(0, 100));
    }

    [Fact]
    public void Only_the_last_facts_count()
    {
        var lag = new RecentLag();
        for (int i = 0; i < 3 * RecentLag.Window; i++) lag.Record(1_000_000);
        for (int i = 0; i < RecentLag.Window; i++) lag.Record(i % 2);
        Assert.Equal((0, 1), lag.Percentiles(50, 100));
    }

    [Fact]
    public void Ages_stay_within_what_can_be_shown()
    {
        var lag = new RecentLag();
        lag.Record(-5);
        lag.Record(long.MaxValue);
        Assert.Equal((0, int.MaxValue), lag.Percentiles(50, 100));
    }
}
