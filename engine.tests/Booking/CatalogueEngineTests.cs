using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

/// <summary>The catalogue and its read model on a real engine, journal and folder.</summary>
public sealed class CatalogueEngineTests : IDisposable
{
    private const long NowMs = 1_900_000_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-catalogue-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_restart_finds_the_catalogue_and_the_model_as_they_were()
    {
        CatalogueBatch batch = DemoCatalogue.Create(NowMs);
        byte[] saved = await RunAsync(async (catalogue, model) =>
        {
            ImportCatalogue import = new(NowMs, batch);
            Reply<CatalogueResult> reply =
                await catalogue.ExecuteAsync<ImportCatalogue, CatalogueResult>(CatalogueMachine.Key, in import);
            Assert.True(reply.Value.IsDone);
            Assert.Equal(2, (await CancelAsync(catalogue, batch.Showtimes[5].Id, 1)).Revision);
        });
        byte[] again = await RunAsync(async (catalogue, model) =>
        {
            Assert.Equal(batch.Showtimes.Count - 1, model.Read(view => Total(view, new ShowtimeQuery())));
            CatalogueResult second = await CancelAsync(catalogue, batch.Showtimes[5].Id, 2);
            Assert.Equal(CatalogueCode.AlreadyCancelled, second.Code);
        });
        Assert.Equal(saved, again);
        byte[] changed = await RunAsync(async (catalogue, _) =>
            Assert.True((await CancelAsync(catalogue, batch.Showtimes[6].Id, 1)).IsDone));
        Assert.NotEqual(saved, changed);
    }

    // One life of the process: the model catches up, is used, catches up again and is given as bytes.
    private async Task<byte[]> RunAsync(
        Func<SystemHandle<CatalogueState>, ProjectionView<CatalogueView>, Task> use)
    {
        await using var engine = new CatalogEngine(new EngineOptions(), EngineStorage.OpenFolder(_folder));
        SystemHandle<CatalogueState> catalogue = engine.Add(new CatalogueMachine());
        var pump = new ProjectionPump(engine.Storage.Journal, engine.Storage.Snapshots, TimeProvider.System);
        engine.HoldJournal(() => pump.MinimumOffset);
        ProjectionView<CatalogueView> model = pump.Add(new CatalogueView());
        await engine.StartAsync();
        pump.Start();
        await model.WaitForAsync(engine.Storage.Journal.CommittedPosition);
        await use(catalogue, model);
        await model.WaitForAsync(engine.Storage.Journal.CommittedPosition);
        byte[] bytes = model.Read(SavedBytes);
        await pump.StopAsync();
        return bytes;
    }

    private static async Task<CatalogueResult> CancelAsync(
        SystemHandle<CatalogueState> catalogue, ulong showtime, int revision)
    {
        CancelShowtime cancel = new(NowMs, showtime, revision);
        Reply<CatalogueResult> reply =
            await catalogue.ExecuteAsync<CancelShowtime, CatalogueResult>(CatalogueMachine.Key, in cancel);
        return reply.Value;
    }

    private static int Total(CatalogueView view, ShowtimeQuery query)
    {
        Assert.Equal(BrowseStatus.Ok, view.Browse(query, NowMs, out CataloguePage<ShowtimeListing> page));
        return page.Total;
    }

    private static byte[] SavedBytes(CatalogueView view)
    {
        view.CheckInvariants();
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        view.Save(ref writer);
        return buffer.WrittenSpan.ToArray();
    }
}
