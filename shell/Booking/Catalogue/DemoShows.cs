using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Events;
using Catalog.Shell.Options;

namespace Catalog.Shell.Booking.Catalogue;

/// <summary>Something to look at on a first start: theaters, films, a week of showtimes and their visitors.</summary>
public sealed class DemoShows(
    SystemHandle<CatalogueState> catalogue, ProjectionView<CatalogueView> view, ReadYourWrites writes,
    DemoCrowd crowd, CatalogOptions options, TimeProvider clock)
{
    /// <summary>Imports them into an empty catalogue, unless that is switched off.</summary>
    /// <exception cref="InvalidOperationException">The engine does not answer.</exception>
    public async Task ImportAsync(CancellationToken cancel)
    {
        if (!options.Demo || view.Read(static all => all.MovieCount + all.TheaterCount) > 0) return;
        long nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
        CatalogueBatch batch = DemoCatalogue.Create(nowMs);
        var import = new ImportCatalogue(nowMs, batch);
        Reply<CatalogueResult> reply =
            await catalogue.ExecuteAsync<ImportCatalogue, CatalogueResult>(CatalogueMachine.Key, in import);
        if (!reply.HasValue || !reply.Value.IsDone)
            throw new InvalidOperationException($"The demo catalogue was not taken in: {reply}.");
        await writes.WaitAsync(view, cancel);
        await crowd.FillAsync([.. batch.Showtimes.OrderBy(show => show.StartsAtMs)], cancel);
        await writes.WaitAsync(view, cancel);
    }
}
