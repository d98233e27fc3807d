using System.Threading.RateLimiting;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Leaderboards;
using Catalog.Shell.Leaderboards.Scores;

namespace Catalog.Engine.Tests.Shell.Leaderboards;

public sealed class BatchGateTests
{
    private readonly GameMode _mode = GameModes.All[0];

    [Fact]
    public async Task Batches_of_a_mode_wait_for_one_another_in_order_and_not_for_those_of_others()
    {
        using var gate = new BatchGate();
        RateLimitLease first = await gate.EnterAsync(_mode, 600);
        ValueTask<RateLimitLease> second = gate.EnterAsync(_mode, 600);
        ValueTask<RateLimitLease> third = gate.EnterAsync(_mode, 300);
        Assert.False(second.IsCompleted);
        Assert.False(third.IsCompleted, "A smaller one does not overtake.");
        using RateLimitLease other = await gate.EnterAsync(GameModes.All[1], LeaderboardMachine.MaxSubmissions);
        Assert.True(other.IsAcquired);
        first.Dispose();
        using RateLimitLease next = await second;
        using RateLimitLease last = await third;
        Assert.True(next.IsAcquired && last.IsAcquired);
    }

    [Fact]
    public async Task Too_many_are_refused()
    {
        using var gate = new BatchGate();
        using RateLimitLease held = await gate.EnterAsync(_mode, LeaderboardMachine.MaxSubmissions);
        for (int waiting = 0; waiting < BatchGate.MostWaiting; waiting += LeaderboardMachine.MaxSubmissions)
            Assert.False(gate.EnterAsync(_mode, LeaderboardMachine.MaxSubmissions).IsCompleted);
        using RateLimitLease refused = await gate.EnterAsync(_mode, 1);
        Assert.False(refused.IsAcquired);
    }
}
