using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Booking.Insight;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Mails, figures and the comparison of seats, through restarts, crashes and lost offsets.</summary>
public sealed class BookingConsumerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_mail_is_written_once_however_often_its_event_comes()
    {
        Dictionary<string, string> before;
        await using (BookingHost host = await BookingHost.StartAsync(_folder.Path, _clock))
        {
            await host.OpenAsync();
            ulong user = await host.RegisterAsync("ada@example.org");
            HoldResult hold = await host.HoldAsync(user, 1);
            await host.ConfirmAsync(user, hold.BookingId, CardTokens.Ok, key: 1);
            await host.Booking.CancelAsync(BookingHost.Showtime, user, hold.BookingId);
            HoldResult nobodys = await host.HoldAsync(999, 2);
            await host.ConfirmAsync(999, nobodys.BookingId, CardTokens.Ok, key: 2);
            await host.SettleAsync();
            before = ReadMails();
        }

        Assert.Equal(["2030-01-01.mbox"], before.Keys.Select(Path.GetFileName));
        string[] mails = before.Values.Single().Split("From post@", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, mails.Length);
        string mail = mails[0];
        Assert.Contains("\nTo: =?utf-8?B?QWRhIEzDtnc=?= <ada@example.org>\n", mail, StringComparison.Ordinal);
        Assert.Contains("\nSubject: Your booking is confirmed\n", mail, StringComparison.Ordinal);
        Assert.Contains("\n\nDear Ada Löw,\n", mail, StringComparison.Ordinal);
        Assert.Contains("\nWhen: 2030-01-02 00:00 UTC\nSeats: A2\n", mail, StringComparison.Ordinal);
        Assert.Contains("\nDate: Tue, 01 Jan 2030 00:00:00 +0000\n", mail, StringComparison.Ordinal);
        Assert.Contains("\nSubject: Your booking is cancelled\n", mails[1], StringComparison.Ordinal);

        // All offsets are lost: every fact comes again, from the first.
        Directory.Delete(Path.Combine(_folder.Path, "consumers"), recursive: true);
        await using BookingHost again = await BookingHost.StartAsync(_folder.Path, _clock);
        await again.SettleAsync();
        Assert.Equal(before, ReadMails());
    }

    [Fact]
    public async Task Figures_equal_a_recount_of_the_journal_after_restarts_and_a_crash()
    {
        var crowd = new RestartingCrowd(_clock, seed: 8_100);
        SalesSnapshot? sales = null;
        await crowd.RunAsync(_folder.Path, async host => sales = await AssertFiguresAsync(host));
        Assert.True(sales!.ByDay.Count > 1 && sales.ByMovie.Count == RestartingCrowd.Rounds, "Days and films differ.");
        Assert.True(sales.Total is { Bookings: > 0, Cancellations: > 0, Lapses: > 0 }, sales.Total.ToString());
    }

    [Fact]
    public async Task The_view_and_the_seats_agree_with_offers_and_everything()
    {
        Random random = Seeds.Random(8_200);
        var crowd = new RestartingCrowd(_clock, seed: 8_201) { Rows = 1, SeatsPerRow = 4, PauseSeconds = 40 };
        await using BookingHost host = await BookingHost.StartAsync(_folder.Path, _clock);
        await host.OpenAsync(1, rows: 1, seats: 4);
        for (int action = 0; action < 80; action++)
        {
            await crowd.ActAsync(host, 1);
            var wish = new WaitingWish { Count = 1 };
            var join = new JoinWaitingList(host.Booking.NowMs, (ulong)random.Next(1, 5), wish);
            await host.Booking.Showtimes.ExecuteAsync<JoinWaitingList, WaitingAnswer>(1, join);
        }

        await host.SettleAsync();
        InventorySync sync = host.Service<InventorySync>();
        for (int look = 0; look < 10 && sync.WaitingCount > 0; look++) await sync.CheckAsync(default);
        Assert.True(sync.CheckCount > 0, "It looked.");
        Assert.Equal((0, 0), (sync.WaitingCount, sync.DriftCount));
        Assert.True(host.Bookings.Read(HasOffer), "Seats were offered.");
    }

    public void Dispose() => _folder.Dispose();

    private static bool HasOffer(UserBookings all)
    {
        var page = new UserBooking[500];
        bool found = false;
        for (ulong user = 1; user < 5; user++)
        {
            int count = all.CopyPage(user, BookingCursor.Start, page, out _);
            found |= page[..count].Any(booking => booking.WasOffered);
        }

        return found;
    }

    /// <summary>Counts the journal's facts once more, plainly, and compares.</summary>
    private static async Task<SalesSnapshot> AssertFiguresAsync(BookingHost host)
    {
        ProjectionView<BookingInsight> view = host.Service<ProjectionView<BookingInsight>>();
        await host.Service<ReadYourWrites>().WaitAsync(view);
        (SalesSnapshot sales, long position) =
            view.Read(view, static (all, self) => (SalesReport.Of(all), self.AppliedPosition));
        var recount = new SalesRecount();
        IJournal journal = host.Service<EngineHost>().Engine.Storage.Journal;
        Assert.Equal(0, journal.FirstPosition);
        using JournalReader reader = journal.OpenReader(0);
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload) && header.Position < position)
            recount.Count(new EventEnvelope(header, payload.ToArray()));
        Assert.Equal(recount.Total, sales.Total);
        Assert.Equal(recount.ByDay, sales.ByDay.ToDictionary());
        Assert.Equal(recount.ByMovie, sales.ByMovie.ToDictionary());
        Assert.Equal(recount.ByTheater, sales.ByTheater.ToDictionary());
        return sales;
    }

    private Dictionary<string, string> ReadMails() => Directory
        .EnumerateFiles(Path.Combine(_folder.Path, "outbox"), "*", SearchOption.AllDirectories)
        .ToDictionary(path => path, File.ReadAllText);
}
