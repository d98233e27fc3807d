using System.CommandLine;
using System.Globalization;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Http;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>
/// <c>kill9 --rounds N</c>: buyers book over HTTP, the server is killed at a random moment, started again on the same
/// data, and asked for everything it ever acknowledged.
/// </summary>
internal static class KillRounds
{
    private const int BuyerCount = 16;
    private const int ShowtimeCount = 50;
    private const int LeastMs = 300;
    private const int MostMs = 3_000;

    /// <summary>The command.</summary>
    public static Command CreateCommand()
    {
        var command = new Command("kill9", "Kills the server under load and looks for what it acknowledged.");
        var rounds = new Option<int>("--rounds") { Description = "How often.", DefaultValueFactory = _ => 20 };
        var seed = new Option<int>("--seed") { Description = "When, and what.", DefaultValueFactory = _ => 1 };
        command.Options.Add(rounds);
        command.Options.Add(seed);
        command.SetAction(async (parsed, cancel) =>
        {
            using var run = new BenchRun { Cancel = cancel };
            return await RunAsync(run, parsed.GetValue(rounds), parsed.GetValue(seed)) ? 0 : 1;
        });
        return command;
    }

    private static async Task<bool> RunAsync(BenchRun run, int rounds, int seed)
    {
        SeatPlan plan = BookingHouses.Plan();
        string data = run.NewFolder("data");
        await ServerHouses.SeedAsync(data, ShowtimeCount, plan, CatalogueLimits.MaxHoldMs);
        string[] settings = [.. LoadAccounts.ServerSettings, "Catalog:Demo=false"];
        ServerProcess server = await ServerProcess.StartAsync(run, data, settings);
        try
        {
            string[] tokens = await LoadAccounts.RegisterAsync(server.Address, BuyerCount, run.Cancel);
            var random = new Random(seed);
            KillBuyer[] buyers =
                [.. tokens.Select(token => new KillBuyer(token, plan, ShowtimeCount, new Random(random.Next())))];
            bool isWhole = true;
            for (int round = 1; round <= rounds && isWhole; round++)
            {
                await KillUnderLoadAsync(run, server, buyers, random.Next(LeastMs, MostMs));
                await server.DisposeAsync();
                server = await ServerProcess.StartAsync(run, data, settings);
                List<string> faults = await LookAsync(run, server, buyers);
                isWhole = faults.Count == 0;
                Report(round, server.StartTime, buyers.Sum(b => b.Paid.Count), faults);
            }

            return isWhole;
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private static async Task KillUnderLoadAsync(BenchRun run, ServerProcess server, KillBuyer[] buyers, int afterMs)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        Task[] buying = [.. buyers.Select(buyer => buyer.BuyAsync(client, run.Cancel))];
        await Task.WhenAny(Task.Delay(afterMs, run.Cancel), Task.WhenAll(buying));
        await server.KillAsync();
        await Task.WhenAll(buying);
    }

    private static async Task<List<string>> LookAsync(BenchRun run, ServerProcess server, KillBuyer[] buyers)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var owned = new HashSet<(ulong, string)>();
        var faults = new List<string>();
        foreach (KillBuyer buyer in buyers)
        {
            await buyer.SettleAsync(client, run.Cancel);
            faults.AddRange(await buyer.CompareAsync(client, owned, run.Cancel));
        }

        return faults;
    }

    private static void Report(int round, TimeSpan startTime, int paidCount, List<string> faults)
    {
        string verdict = faults.Count == 0 ? "none lost, none doubled" : $"{faults.Count} faults";
        int ms = (int)startTime.TotalMilliseconds;
        BenchRun.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"round {round}: ready again after {ms} ms, {paidCount:N0} bookings, {verdict}"));
        foreach (string fault in faults) BenchRun.Say($"  {fault}");
    }
}
