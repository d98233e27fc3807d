namespace Catalog.Shell.Insight;

/// <summary>The rollups of all systems; those of several models of one system are one. Thread-safe.</summary>
public sealed class InsightRegistry(IEnumerable<IRollupSource> sources)
{
    private readonly Dictionary<string, IRollupSource> _bySystem = sources
        .GroupBy(static source => source.System, StringComparer.Ordinal)
        .ToDictionary(static group => group.Key, static group => Join([.. group]), StringComparer.Ordinal);

    /// <summary>Every system that has rollups.</summary>
    public IReadOnlyCollection<IRollupSource> All => _bySystem.Values;

    /// <summary>A system's rollups; null when it has none.</summary>
    public IRollupSource? Find(string system) => _bySystem.GetValueOrDefault(system);

    private static IRollupSource Join(IReadOnlyList<IRollupSource> sources) =>
        sources.Count == 1 ? sources[0] : new JoinedRollups(sources);
}
