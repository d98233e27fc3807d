using System.CommandLine;
using Catalog.Bench.Shared;
using Catalog.Bench.Shared.Hosts;
using Catalog.Bench.Shared.Http;
using Catalog.Bench.Shared.Rows;
using Catalog.Engine.Booking;

namespace Catalog.Bench.Booking;

/// <summary>
/// <c>kill9 --rounds N</c>: buyers book over HTTP, the server is killed at a random moment (now and then once more
/// while it recovers), started again on the same data, and asked for everything it ever acknowledged.
/// </summary>
internal sealed class KillRounds
{
    private const int BuyerCount = 16;
    private const int ShowtimeCount = 20;
    private const int LeastMs = 300;
    private const int MostMs = 3_000;
    private const double KilledWhileStartingShare = 0.2;
    private const int LongestStartMs = 1_500;
    private static readonly string[] Settings = [.. LoadAccounts.ServerSettings, "Catalog:Demo=false"];

    private readonly BenchRun _run;
    private readonly Random _random;
    private readonly SeatPlan _plan = BookingHouses.Plan();
    private readonly KillReport _report = new();
    private readonly string _data;
    private KillBuyer[] _buyers = [];

    private KillRounds(BenchRun run, int seed)
    {
        _run = run;
        _random = new Random(seed);
        _data = run.NewFolder("data");
    }

    /// <summary>The command.</summary>
    public static Command CreateCommand()
    {
        var command = new Command("kill9", "Kills the server under load and looks for what it acknowledged.");
        var rounds = new Option<int>("--rounds") { Description = "How often.", DefaultValueFactory = _ => 20 };
        var seed = new Option<int>("--seed") { Description = "When, and what.", DefaultValueFactory = _ => 1 };
        var json = new Option<FileInfo?>("--json") { Description = "Also write the rows to this file." };
        command.Options.Add(rounds);
        command.Options.Add(seed);
        command.Options.Add(json);
        command.SetAction(async (parsed, cancel) =>
        {
            using var run = new BenchRun { Cancel = cancel };
            var rows = new RowSink<LoadRow>();
            await new KillRounds(run, parsed.GetValue(seed)).RunAsync(parsed.GetValue(rounds), rows);
            RowTables.Print(rows.Rows);
            rows.WriteTo(parsed.GetValue(json), RowJson.Default.ListLoadRow);
            return rows.Rows.All(row => row.Held) ? 0 : 1;
        });
        return command;
    }

    private async Task RunAsync(int rounds, RowSink<LoadRow> rows)
    {
        // Holds of an hour: none lapses by itself while this runs.
        await ServerHouses.SeedAsync(_data, ShowtimeCount, _plan, CatalogueLimits.MaxHoldMs);
        ServerProcess server = await ServerProcess.StartAsync(_run, _data, Settings);
        try
        {
            string[] tokens = await LoadAccounts.RegisterAsync(server.Address, BuyerCount, _run.Cancel);
            _buyers =
                [.. tokens.Select(token => new KillBuyer(token, _plan, ShowtimeCount, new Random(_random.Next())))];
            bool isWhole = true;
            for (int round = 1; round <= rounds && isWhole; round++)
            {
                await KillUnderLoadAsync(server, _random.Next(LeastMs, MostMs));
                await server.DisposeAsync();
                int kills = await KillWhileStartingAsync();
                server = await ServerProcess.StartAsync(_run, _data, Settings);
                List<string> faults = await LookAsync(server);
                isWhole = faults.Count == 0;
                _report.Add(server.StartTime, kills, BuyerTally.Sum(_buyers.Select(b => b.Tally)), faults);
            }

            _report.Write(rows, BuyerTally.Sum(_buyers.Select(b => b.Tally)));
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    private async Task KillUnderLoadAsync(ServerProcess server, int afterMs)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        Task[] buying = [.. _buyers.Select(buyer => buyer.BuyAsync(client, _run.Cancel))];
        await Task.WhenAny(Task.Delay(afterMs, _run.Cancel), Task.WhenAll(buying));
        await server.KillAsync();
        await Task.WhenAll(buying);
    }

    private async Task<int> KillWhileStartingAsync()
    {
        int kills = 0;
        while (_random.NextDouble() < KilledWhileStartingShare)
        {
            await ServerProcess.StartAndKillAsync(_run, _data, _random.Next(LongestStartMs), Settings);
            kills++;
        }

        return kills;
    }

    private async Task<List<string>> LookAsync(ServerProcess server)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        var owned = new Dictionary<(ulong Showtime, string Seat), string>();
        var faults = new List<string>();
        foreach (KillBuyer buyer in _buyers) await buyer.SettleAsync(client, _run.Cancel);
        foreach (KillBuyer buyer in _buyers)
        {
            BuyersBookings listed = await buyer.ListAsync(client, _run.Cancel);
            faults.AddRange(buyer.Compare(listed, owned));
        }

        for (ulong showtime = 1; showtime <= ShowtimeCount; showtime++)
        {
            foreach ((string seat, string status) in await BookingApi.SeatsAsync(client, showtime, _run.Cancel))
            {
                string expected = owned.GetValueOrDefault((showtime, seat), "free");
                if (status != expected) faults.Add($"seat {seat} of showtime {showtime} is {status}, not {expected}");
            }
        }

        return faults;
    }
}
