using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Events;

namespace Catalog.Shell.Insight;

/// <summary>The rollups of a model. Thread-safe.</summary>
internal sealed class RollupSource<TProjection>(
    string system,
    ProjectionView<TProjection> view,
    Func<TProjection, RollupSet> rollupsOf,
    IDimensionLabels labels,
    ReadYourWrites reads) : IRollupSource
    where TProjection : IProjection
{
    private readonly Dictionary<string, RollupSpec> _specs = view.Read(rollupsOf, static (model, of) => of(model))
        .All.ToDictionary(static rollup => rollup.Spec.Name, static rollup => rollup.Spec, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string System => system;

    /// <inheritdoc/>
    public IReadOnlyList<RollupSpec> Rollups => [.. _specs.Values];

    /// <inheritdoc/>
    public long Position => view.AppliedPosition;

    /// <inheritdoc/>
    public long? SinceMs => view.Origin.IsWhole ? null : view.Origin.TimeMs;

    /// <inheritdoc/>
    public RollupSpec? Find(string name) => _specs.GetValueOrDefault(name);

    /// <inheritdoc/>
    public RollupTable Query(string name, RollupQuery query)
    {
        if (!_specs.ContainsKey(name)) throw new ArgumentException($"There is no rollup '{name}'.", nameof(name));
        return view.Read((name, query, rollupsOf), static (model, asked) =>
            asked.rollupsOf(model)[asked.name].Query(asked.query));
    }

    /// <inheritdoc/>
    public string? LabelOf(string dimension, ulong id) => labels.LabelOf(dimension, id);

    /// <inheritdoc/>
    public Task WaitAsync(CancellationToken cancel = default) => reads.WaitAsync(view, cancel);
}
