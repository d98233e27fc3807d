using Catalog.Bench.Booking;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Tests.Storage.Disks;

namespace Catalog.Engine.Tests.Bench.Booking;

/// <summary>The journal recovery is measured on: as many facts as it says, and all of them apply again.</summary>
public sealed class RecoveryJournalTests : IDisposable
{
    private const int ShowtimeCount = 3;
    private const int FactCount = 3_000;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Every_fact_is_written_and_recovered()
    {
        long written;
        await using (CatalogEngine engine = Open(out SystemHandle<ShowtimeState> houses))
        {
            await engine.StartAsync();
            var journal = new RecoveryJournal(houses, ShowtimeCount);
            await journal.OpenAsync();
            await journal.WriteAsync(FactCount, CancellationToken.None);
            written = journal.FactCount;
        }

        Assert.InRange(written, FactCount, FactCount + (4 * ShowtimeCount));
        Directory.Delete(Path.Combine(_folder.Path, "snapshots"), recursive: true);
        await using CatalogEngine recovered = Open(out _);
        await recovered.StartAsync();
        Assert.Equal((written, written), (recovered.Recovered.ReadCount, recovered.Recovered.AppliedCount));
    }

    public void Dispose() => _folder.Dispose();

    private CatalogEngine Open(out SystemHandle<ShowtimeState> houses)
    {
        var engine = new CatalogEngine(new EngineOptions(), EngineStorage.OpenFolder(_folder.Path));
        houses = engine.Add(new ShowtimeMachine());
        engine.HoldJournal(static () => 0);
        return engine;
    }
}
