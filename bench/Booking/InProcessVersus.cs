using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>The structure alone, beside Redis' pipelined Lua.</summary>
internal static class InProcessVersus
{
    private const string Layer = "in-process";

    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows, HoldWorkload workload, BookingPeers peers)
    {
        double redis = await peers.RedisAsync();
        var holds = new SeatMapHolds(workload);
        long allocated = 0, attempts = 0;
        CpuTime cpu = CpuTime.Now();
        foreach (bool isGrouped in new[] { true, false })
        {
            string how = isGrouped ? $"{SeatMapBatch.Size} fetched together" : "one by one";
            double ours = await Rounds.MedianAsync(run, $"SeatMap, {how}", () =>
            {
                HoldScore score = holds.Run(run, isGrouped);
                Expect.Granted(score, how);
                allocated += holds.AllocatedBytes;
                attempts += score.Attempts;
                return Task.FromResult(score.PerSecond);
            });
            rows.Add(VersusRow.Rate(HoldWorkload.Subject(Layer, how), BookingPeers.RedisName, ours, redis));
        }

        BenchRun.Say(CpuTime.Describe("SeatMap, both", attempts, cpu));
        await RunOnAllCoresAsync(run, rows, workload, redis);
        // A house at its busiest moment yet doubles its table: once in millions of holds.
        double bytes = Math.Round((double)allocated / attempts, 2);
        rows.Add(VersusRow.Cost(HoldWorkload.Subject(Layer, "allocated"), "nothing", bytes, 0, "B/op"));
    }

    /// <summary>The houses split over one writer a core, as shards split them.</summary>
    private static async Task RunOnAllCoresAsync(
        BenchRun run, RowSink<VersusRow> rows, HoldWorkload workload, double redis)
    {
        int writers = Environment.ProcessorCount;
        SeatMapHolds[] parts =
        [
            .. Enumerable.Range(0, writers).Select(i => new SeatMapHolds(
                new HoldWorkload(workload.ShowtimeCount / writers, i + 1))),
        ];
        string how = $"{writers} writers, {SeatMapBatch.Size} fetched together";
        double ours = await Rounds.MedianAsync(run, $"SeatMap, {how}", async () =>
        {
            HoldScore[] scores =
                await Task.WhenAll(parts.Select(part => Task.Run(() => part.Run(run, isGrouped: true))));
            foreach (HoldScore score in scores) Expect.Granted(score, how);
            return scores.Sum(static score => score.PerSecond);
        });
        rows.Add(VersusRow.Rate(HoldWorkload.Subject(Layer, how), BookingPeers.RedisName, ours, redis));
    }
}
