using System.Collections.Frozen;

namespace Catalog.Shell.Exports;

/// <summary>Everything that can be exported, by name. Immutable.</summary>
/// <exception cref="ArgumentException">Two sources have one name.</exception>
public sealed class ExportSources(IEnumerable<IExportSource> sources)
{
    private readonly FrozenDictionary<string, IExportSource> _byName =
        sources.ToDictionary(static source => source.Name, StringComparer.Ordinal).ToFrozenDictionary();

    /// <summary>All of them, by name.</summary>
    public IEnumerable<IExportSource> All => _byName.Values.OrderBy(static each => each.Name, StringComparer.Ordinal);

    /// <summary>Finds one.</summary>
    public IExportSource? Find(string name) => _byName.GetValueOrDefault(name);
}
