using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Rows;

namespace Catalog.Bench.Booking.Quality;

/// <summary>
/// How good booking's models are: a history is seeded, with a truth that is known, and every model is trained on what
/// came before a moment and measured on what came after. Chance comes from seeds: the figures are the same each time.
/// </summary>
internal static class BookingQuality
{
    private const int Seed = 7;
    private static readonly DateTimeOffset Now = new(2026, 9, 15, 12, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(BenchRun run, RowSink<QualityRow> rows)
    {
        string data = run.NewFolder("quality"), truth = Path.Combine(run.Folder, "truth.json");
        string[] arguments =
        [
            "--scale", run.Scale.ToString(CultureInfo.InvariantCulture),
            "--seed", Seed.ToString(CultureInfo.InvariantCulture),
            "--now", Now.ToString("O", CultureInfo.InvariantCulture),
            "--truth", truth,
        ];
        await SeededFolder.FillAsync(data, arguments, run.Cancel);
        long todayMs = Now.Date.Subtract(DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;
        QualityWorld world = await QualityWorld.OpenAsync(data, truth, todayMs, run.Cancel);
        BenchRun.Say("  forecasts");
        ForecastQuality.Run(world, rows);
        BenchRun.Say("  demand");
        DemandQuality.Run(world, rows);
        BenchRun.Say("  suggestions");
        TasteQuality.Run(world, rows);
    }
}
