using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Booking's rollups equal a recount of the journal, through restarts and a crash.</summary>
public sealed class BookingInsightTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Rollups_and_customers_equal_a_recount_of_the_journal_after_restarts_and_a_crash()
    {
        var crowd = new RestartingCrowd(_clock, seed: 8_300)
        {
            Users = 7,
            Rows = 7,
            ActionsPerRound = 70,
            CancelOneIn = 4,
            Between = TimeSpan.FromHours(31),
        };
        InsightRecount recount = new();
        await crowd.RunAsync(_folder.Path, async host => recount = await AssertSameAsync(host));
        Assert.Equal(["0", "1"], recount.SumsOf("customer.bookings").Keys.Order());
        Assert.True(recount.SumsOf("funnel.confirmed").Count > 1, "Some go all the way, on more than one day.");
    }

    public void Dispose() => _folder.Dispose();

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
            new InsightComparison(recount, insight).AssertSame();
            return recount;
        });
    }
}
