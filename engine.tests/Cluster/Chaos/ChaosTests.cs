using Catalog.Bench.Booking.Chaos;
using Catalog.Bench.Shared;
using Xunit.Abstractions;

namespace Catalog.Engine.Tests.Cluster.Chaos;

/// <summary>
/// Three real servers on a real PostgreSQL, buyers at all of them, and one misfortune of each kind: what was
/// acknowledged is there once, and no record of the journal is of a node that did not own its shard.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_whatever_happens_to_the_cluster()
    {
        using var run = new BenchRun();
        await using ChaosRounds chaos = await ChaosRounds.StartAsync(run, seed: 7, showtimeCount: 12);
        foreach (ChaosDeed deed in Enum.GetValues<ChaosDeed>())
        {
            ChaosReport report = await chaos.RunAsync(deed);
            double withoutMs = report.WithoutService.TotalMilliseconds;
            output.WriteLine($"{deed}: {withoutMs:0} ms without service, {report.RecordCount} records");
            Assert.Empty(report.Faults);
            Assert.True(report.RecordCount > 0, "the journal was looked at");
        }

        Assert.True(chaos.Tally.Reserved > 20, "buyers bought");
    }
}
