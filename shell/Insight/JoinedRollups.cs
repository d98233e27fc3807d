using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight;

/// <summary>The rollups of several models of one system, as one. Thread-safe.</summary>
internal sealed class JoinedRollups(IReadOnlyList<IRollupSource> sources) : IRollupSource
{
    private readonly Dictionary<string, IRollupSource> _byName = sources
        .SelectMany(static source => source.Rollups.Select(spec => (spec.Name, Source: source)))
        .ToDictionary(static each => each.Name, static each => each.Source, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string System => sources[0].System;

    /// <inheritdoc/>
    public IReadOnlyList<RollupSpec> Rollups { get; } = [.. sources.SelectMany(static source => source.Rollups)];

    /// <inheritdoc/>
    public long Position => sources.Min(static source => source.Position);

    /// <inheritdoc/>
    public long? SinceMs => sources.Max(static source => source.SinceMs);

    /// <inheritdoc/>
    public RollupSpec? Find(string name) => _byName.GetValueOrDefault(name)?.Find(name);

    /// <inheritdoc/>
    public RollupTable Query(string name, RollupQuery query) => _byName.TryGetValue(name, out IRollupSource? source)
        ? source.Query(name, query)
        : throw new ArgumentException($"There is no rollup '{name}'.", nameof(name));

    /// <inheritdoc/>
    public string? LabelOf(string dimension, ulong id)
    {
        foreach (IRollupSource source in sources)
            if (source.LabelOf(dimension, id) is { } label) return label;
        return null;
    }

    /// <inheritdoc/>
    public Task WaitAsync(CancellationToken cancel = default) =>
        Task.WhenAll(sources.Select(source => source.WaitAsync(cancel)));
}
