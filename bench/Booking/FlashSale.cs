using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Measure;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>
/// <c>load booking-flash-sale</c>: 10,000 buyers come for one show of 500 seats within two seconds, over 1,000
/// connections. Who gets a seat pays at once; who does not tries a few others and leaves.
/// </summary>
internal static class FlashSale
{
    private const string Name = "booking-flash-sale";
    private const int Rows = 20;
    private const int RowSeats = 25;
    private const int SeatCount = Rows * RowSeats;
    private const int BuyerCount = 10_000;
    private const int ConnectionCount = 1_000;
    private const int BuyersPerSecond = 5_000;
    private const int MostLagMs = 100;
    private const ulong Showtime = 1;

    /// <summary>The scenario.</summary>
    public static LoadScenario Scenario { get; } =
        new(Name, "10,000 buyers for one show of 500 seats, private server", RunAsync);

    private static async Task RunAsync(BenchRun run, RowSink<LoadRow> rows)
    {
        SeatPlan plan = SeatPlan.Rectangle(Rows, RowSeats);
        string data = run.NewFolder("data");
        await ServerHouses.SeedAsync(data, showtimeCount: 1, plan, CatalogueLimits.MaxHoldMs);
        string[] settings = [.. LoadAccounts.ServerSettings, "Catalog:Demo=true"];
        await using ServerProcess server = await ServerProcess.StartAsync(run, data, settings);
        BenchRun.Say($"  registering {BuyerCount:N0} buyers");
        string[] tokens = await LoadAccounts.RegisterAsync(server.Address, BuyerCount, run.Cancel);
        var buyers = new FlashSaleBuyers(Showtime, plan, tokens);
        List<ConsumerLag> before = await ConsumerLag.ReadAsync(server.Address, run.Cancel);
        TimeSpan arrivals = TimeSpan.FromSeconds((double)BuyerCount / BuyersPerSecond);
        HttpScore score = await HttpLoad.OpenAsync(server.Port, ConnectionCount, BuyersPerSecond, arrivals, buyers);
        LatencyChart.Print(score.Latency);
        BenchRun.Say($"  {score}");
        using var client = new HttpClient { BaseAddress = server.Address };
        Dictionary<string, string> seats = await BookingApi.SeatsAsync(client, Showtime, run.Cancel);
        int sold = seats.Values.Count(status => status == "sold");
        rows.Add(Exactly("buyers", buyers.StartedCount, BuyerCount, "buyers"));
        rows.Add(Exactly("seats sold by the seat map", sold, SeatCount, "seats"));
        rows.Add(Exactly("seats paid for by buyers", buyers.PaidCount, SeatCount, "seats"));
        rows.Add(Exactly("answers other than 200, 201, 409, 429", score.CountOther(200, 201, 409, 429), 0, "answers"));
        rows.Add(Exactly("unanswered", score.UnansweredCount, 0, "requests"));
        rows.Add(new LoadRow(Name, "answers", score.Latency.Count, "answers", "", true));
        foreach (int status in new[] { 409, 429, 503 })
            rows.Add(new LoadRow(Name, $"answers {status}", score.CountOf(status), "answers", "", true));
        foreach (double percent in new[] { 50, 90, 99, 99.9 })
            rows.Add(new LoadRow(Name, $"p{percent}", score.Latency.PercentileMs(percent), "ms", "", true));
        foreach (ConsumerLag lag in await ConsumerLag.ReadAsync(server.Address, run.Cancel))
            AddLag(rows, lag, before.First(each => each.Consumer == lag.Consumer));
    }

    // Only of consumers the sale had something for: others would show how old what was sown is.
    private static void AddLag(RowSink<LoadRow> rows, ConsumerLag lag, ConsumerLag before)
    {
        if (lag.HandledCount - before.HandledCount < SeatCount) return;
        string metric = $"event to {lag.Consumer}, done";
        rows.Add(new LoadRow(Name, $"{metric}: p50", lag.P50Ms, "ms", "", true));
        bool isHeld = lag.P99Ms <= MostLagMs;
        rows.Add(new LoadRow(Name, $"{metric}: p99", lag.P99Ms, "ms", $"at most {MostLagMs} ms", isHeld));
    }

    private static LoadRow Exactly(string metric, long value, long bar, string unit) =>
        new(Name, metric, value, unit, $"exactly {bar:N0}", value == bar);
}
