using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;

namespace Catalog.Shell.Insight;

/// <summary>A model's table of what everybody did. Thread-safe.</summary>
internal sealed class ActivitySource<TProjection>(
    ActivitySpec spec,
    ProjectionView<TProjection> view,
    Func<TProjection, ActivityTable> tableOf,
    Func<ulong, ValueTask<string?>> nameOf,
    ReadYourWrites reads) : IActivitySource
    where TProjection : IProjection
{
    /// <inheritdoc/>
    public ActivitySpec Spec => spec;

    /// <inheritdoc/>
    public long Position => view.AppliedPosition;

    /// <inheritdoc/>
    public long? SinceMs => view.Origin.IsWhole ? null : view.Origin.TimeMs;

    /// <inheritdoc/>
    public TResult Read<TArgument, TResult>(TArgument argument, Func<ActivityTable, TArgument, TResult> read) =>
        view.Read((argument, read, tableOf), static (model, asked) =>
            asked.read(asked.tableOf(model), asked.argument));

    /// <inheritdoc/>
    public ValueTask<string?> NameOfAsync(ulong id) => nameOf(id);

    /// <inheritdoc/>
    public Task WaitAsync(CancellationToken cancel = default) => reads.WaitAsync(view, cancel);
}
