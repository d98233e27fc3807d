using Catalog.Engine.Core.Projections;
using Catalog.Shell.Hosting;

namespace Catalog.Shell.Events;

/// <summary>
/// Lets a caller see its own writes in a model: whatever was answered before the call is in the model after it.
/// Thread-safe.
/// </summary>
public sealed class ReadYourWrites(EngineHost engine)
{
    /// <summary>
    /// Completes when the model has everything that is durable now. Allocates nothing when it has already.
    /// </summary>
    /// <exception cref="InvalidOperationException">The model has failed, or the server is stopping.</exception>
    public Task WaitAsync<TProjection>(ProjectionView<TProjection> view, CancellationToken cancel = default)
        where TProjection : IProjection =>
        view.WaitForAsync(engine.Engine.Storage.Journal.CommittedPosition, cancel);
}
