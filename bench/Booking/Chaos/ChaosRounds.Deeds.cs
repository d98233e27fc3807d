using System.Diagnostics;
using Catalog.Bench.Shared.Peers;
using Catalog.Bench.Shared.Peers.Kafka;

namespace Catalog.Bench.Booking.Chaos;

/// <content>What is done.</content>
internal sealed partial class ChaosRounds
{
    private const int BookedMeanwhile = 5;
    private static readonly TimeSpan BookedWithin = TimeSpan.FromSeconds(15);

    private Task DoAsync(ChaosDeed deed, List<string> faults)
    {
        int victim = _random.Next(Cluster.NodeCount);
        return deed switch
        {
            ChaosDeed.KillNode => KillNodeAsync(victim),
            ChaosDeed.LeaveNode => LeaveNodeAsync(victim),
            ChaosDeed.PauseNode => PauseNodeAsync(victim),
            ChaosDeed.StopRedis => StopRedisAsync(Cluster.Peers.Redis!, faults),
            ChaosDeed.StopBroker => StopBrokerAsync(Cluster.Peers.Kafka!, faults),
            _ => CrashPostgresAsync(),
        };
    }

    private async Task KillNodeAsync(int victim)
    {
        Close(victim);
        await Cluster.KillNodeAsync(victim);
        await RestAndStartAsync(victim);
    }

    private async Task LeaveNodeAsync(int victim)
    {
        Close(victim);
        await Cluster.StopNodeAsync(victim);
        await RestAndStartAsync(victim);
    }

    private async Task PauseNodeAsync(int victim)
    {
        HttpClient? closed = _clients[victim];
        _clients[victim] = null;
        Cluster.Node(victim).Pause();
        await Task.Delay(LeaseMs + _random.Next(1_500, 3_000), _run.Cancel);
        Cluster.Node(victim).Resume();
        _clients[victim] = closed;
        await Task.Delay(Settling, _run.Cancel);
    }

    private async Task CrashPostgresAsync()
    {
        PostgresPeer postgres = Cluster.Peers.Postgres;
        await postgres.StopImmediatelyAsync();
        await Task.Delay(_random.Next(200, 1_500), _run.Cancel);
        await postgres.StartAgainAsync();
        await Task.Delay(Settling * 2, _run.Cancel);
    }

    private async Task StopRedisAsync(RedisPeer redis, List<string> faults)
    {
        await redis.KillAsync();
        await SeeBookingsAsync("without Redis", faults);
        await redis.StartAsync();
        await SeeBookingsAsync("with Redis back", faults);
    }

    private async Task StopBrokerAsync(KafkaPeer kafka, List<string> faults)
    {
        await kafka.KillBrokerAsync();
        await SeeBookingsAsync("without the broker", faults);
        await kafka.StartBrokerAsync();
        await SeeBookingsAsync("with the broker back", faults);
    }

    /// <summary>Goes on for a while, in which something must be sold.</summary>
    private async Task SeeBookingsAsync(string when, List<string> faults)
    {
        BuyerTally before = Tally;
        long start = Stopwatch.GetTimestamp();
        await Task.Delay(_random.Next(500, 1_500), _run.Cancel);
        while (Tally.Reserved - before.Reserved < BookedMeanwhile || Tally.Confirmed == before.Confirmed)
        {
            if (Stopwatch.GetElapsedTime(start) > BookedWithin)
            {
                faults.Add($"nothing was sold {when}");
                return;
            }

            await Task.Delay(20, _run.Cancel);
        }
    }

    private async Task RestAndStartAsync(int victim)
    {
        await Task.Delay(_random.Next(1_000, 2_000), _run.Cancel);
        await Cluster.StartNodeAsync(victim);
        Open(victim);
    }
}
