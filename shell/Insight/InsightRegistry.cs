namespace Catalog.Shell.Insight;

/// <summary>The rollups of all systems. Thread-safe.</summary>
public sealed class InsightRegistry(IEnumerable<IRollupSource> sources)
{
    private readonly Dictionary<string, IRollupSource> _bySystem =
        sources.ToDictionary(static source => source.System, StringComparer.Ordinal);

    /// <summary>Every system that has rollups.</summary>
    public IReadOnlyCollection<IRollupSource> All => _bySystem.Values;

    /// <summary>A system's rollups; null when it has none.</summary>
    public IRollupSource? Find(string system) => _bySystem.GetValueOrDefault(system);
}
