using Catalog.Shell.Observability;

namespace Catalog.Engine.Tests.Shell.Observability;

public sealed class SlowOperationsTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public void The_slowest_are_kept_slowest_first_and_quick_ones_never_are()
    {
        var slow = new SlowOperations(_clock);
        var random = new Random(5);
        int[] all = [.. Enumerable.Range(1, 400).OrderBy(_ => random.Next())];
        foreach (int ms in all) slow.Offer(Operation(ms));
        double[] kept = [.. slow.Read().Select(each => each.Duration.TotalMilliseconds)];
        Assert.Equal(Enumerable.Range(0, SlowOperations.Capacity).Select(i => 400.0 - i), kept);
        Assert.Equal(TimeSpan.FromMilliseconds(351), slow.Floor);
        var idle = new SlowOperations(_clock);
        idle.Offer(Operation(19));
        Assert.Empty(idle.Read());
    }

    [Fact]
    public void After_an_hour_they_are_forgotten_and_slower_ones_of_then_no_longer_hide_others()
    {
        var slow = new SlowOperations(_clock);
        for (int i = 0; i < SlowOperations.Capacity; i++) slow.Offer(Operation(1000 + i));
        _clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty(slow.Read());
        slow.Offer(Operation(30));
        Assert.Equal(30, Assert.Single(slow.Read()).Duration.TotalMilliseconds);
    }

    private SlowOperation Operation(int ms) => new(
        "http", "GET /", "200", _clock.GetUtcNow().ToUnixTimeMilliseconds(), TimeSpan.FromMilliseconds(ms), null);
}
