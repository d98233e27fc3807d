using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Booking;

/// <summary>The hold workload in process, durable, and over HTTP, beside Redis and PostgreSQL.</summary>
internal static class BookingVersus
{
    public static async Task RunAsync(BenchRun run, RowSink<VersusRow> rows)
    {
        var workload = new HoldWorkload();
        var peers = new BookingPeers(run, workload);
        if (run.Wants("in-process")) await InProcessVersus.RunAsync(run, rows, workload, peers);
        if (run.Wants("durable")) await DurableVersus.RunAsync(run, rows, workload, peers);
        if (run.Wants("cluster")) await ClusterVersus.RunAsync(run, rows, workload, peers);
        if (run.Wants("http")) await HttpVersus.RunAsync(run, rows, workload);
    }
}
