using Catalog.Engine.Analytics;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Booking's rollups equal a recount of the journal, through restarts and a crash.</summary>
public sealed class BookingInsightTests : IDisposable
{
    private const int Rounds = 3;
    private const int ActionsPerRound = 70;
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Rollups_and_customers_equal_a_recount_of_the_journal_after_restarts_and_a_crash()
    {
        Random random = Seeds.Random(8_300);
        string folder = _folder.Path;
        string? image = null;
        try
        {
            for (int round = 0; round < Rounds; round++)
            {
                _clock.Advance(TimeSpan.FromHours(31));
                await using BookingHost host = await BookingHost.StartAsync(folder, _clock);
                await host.OpenAsync((ulong)round + 1, rows: 7, seats: 10);
                for (int action = 0; action < ActionsPerRound; action++) await ActAsync(host, random, (ulong)round + 1);
                await AssertSameAsync(host);
                if (round != 1) continue;

                // What a crash leaves: the models' last snapshots, and a journal that goes further.
                folder = image = CrashImage.Take(folder);
            }

            await using BookingHost last = await BookingHost.StartAsync(folder, _clock);
            InsightRecount recount = await AssertSameAsync(last);
            Assert.Equal(["0", "1"], recount.SumsOf("customer.bookings").Keys.Order());
            Assert.True(recount.SumsOf("funnel.confirmed").Count > 1, "Some go all the way, on more than one day.");
        }
        finally
        {
            if (image is not null) Directory.Delete(image, recursive: true);
        }
    }

    public void Dispose() => _folder.Dispose();

    private async Task ActAsync(BookingHost host, Random random, ulong showtime)
    {
        ulong user = (ulong)random.Next(1, 8);
        _clock.Advance(TimeSpan.FromSeconds(random.Next(90)));
        Reply<HoldResult> held = await host.Booking.HoldAsync(showtime, user, new SeatList((ushort)random.Next(70)));
        if (held.Value.Code != BookingCode.Ok || random.Next(3) == 0) return;
        var hold = new HoldReference(user, held.Value.BookingId);
        string card = random.Next(4) == 0 ? CardTokens.Declined : CardTokens.Ok;
        await host.Payments.ConfirmAsync(new ConfirmRequest(showtime, hold, card, default));
        if (random.Next(4) == 0) await host.Booking.CancelAsync(showtime, user, hold.BookingId);
    }

    private static async Task<InsightRecount> AssertSameAsync(BookingHost host)
    {
        ProjectionView<BookingInsight> view = host.Service<ProjectionView<BookingInsight>>();
        await host.Service<ReadYourWrites>().WaitAsync(view);
        IJournal journal = host.Service<EngineHost>().Engine.Storage.Journal;
        return view.Read((journal, view), static (insight, of) =>
        {
            var recount = new InsightRecount();
            using JournalReader reader = of.journal.OpenReader(0);
            while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload)
                && header.Position < of.view.AppliedPosition)
                recount.Count(new EventEnvelope(header, payload.ToArray()));
            AssertSame(recount, insight);
            return recount;
        });
    }

    private static void AssertSame(InsightRecount recount, BookingInsight insight)
    {
        insight.CheckInvariants();
        string GenreOf(ulong[] keys) => insight.GenreOf(keys[0])!;
        Check("genre.revenue", BookingRollups.MoviePerformance, "total_revenue", ["genre"], GenreOf);
        Check("city.revenue", BookingRollups.DailyRevenue, "total_revenue", ["city"], k => insight.CityOf(k[0])!);
        Check("theater.seats", BookingRollups.TheaterMovies, "seats", ["theater", "movie"], Join);
        Check("peak.reservations", BookingRollups.PeakHours, "reservations", ["weekday", "hour"], Join);
        Check("peak.bookings", BookingRollups.PeakHours, "bookings", ["weekday", "hour"], Join);
        Check("peak.paid", BookingRollups.PeakHours, "gross_revenue", ["weekday", "hour"], Join);
        Check("customer.bookings", BookingRollups.Customers, "bookings", ["customer"], Join);
        foreach (string step in new[] { "reserved", "paying", "confirmed" })
            Check("funnel." + step, BookingRollups.BookingFunnel, step, [], Join);
        Assert.Equal(recount.Customers.Count, insight.Customers.Count);
        foreach ((ulong user, (long acts, long amount)) in recount.Customers)
        {
            Assert.True(insight.Customers.TryFind(user, out Activity activity));
            Assert.Equal((acts, amount), (activity.Acts, activity.Amount));
        }

        RollupTable customers = insight.Rollups[BookingRollups.Customers].Query(
            new RollupQuery { Grain = TimeGrain.All, Measures = ["customers"] });
        Assert.Equal(recount.Customers.Count, customers.Values(0)[0]);

        void Check(string what, string rollup, string measure, string[] by, Func<ulong[], string> keyOf)
        {
            RollupTable table = insight.Rollups[rollup].Query(new RollupQuery
            {
                Grain = by.Length == 0 ? TimeGrain.Day : TimeGrain.All,
                By = by,
                Measures = [measure],
            });
            var counted = new Dictionary<string, long>();
            for (int row = 0; row < table.RowCount; row++)
            {
                string key = by.Length == 0 ? DayOf(table.TimeMs(row)) : keyOf(table.Keys(row).ToArray());
                counted[key] = (long)table.Values(row)[0];
            }

            Assert.Equal(NotZero(recount.SumsOf(what)), NotZero(counted));
        }
    }

    /// <summary>A row may be there for the sake of another measure.</summary>
    private static Dictionary<string, long> NotZero(Dictionary<string, long> sums) =>
        sums.Where(static sum => sum.Value != 0).ToDictionary();

    private static string Join(ulong[] keys) => string.Join('/', keys);

    private static string DayOf(long timeMs) =>
        DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime.ToString("yyyy-MM-dd", null);
}
