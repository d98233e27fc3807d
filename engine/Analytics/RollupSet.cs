using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Analytics;

/// <summary>The rollups of one model, by name, saved and loaded together.</summary>
/// <remarks>Finding is O(1). Who may write and read when is as with <see cref="Rollup"/>.</remarks>
public sealed class RollupSet
{
    private readonly Dictionary<string, Rollup> _byName = new(StringComparer.Ordinal);

    /// <summary>Makes empty rollups.</summary>
    /// <exception cref="ArgumentException">A specification makes no sense, or a name is there twice.</exception>
    public RollupSet(params IReadOnlyList<RollupSpec> specs)
    {
        ArgumentNullException.ThrowIfNull(specs);
        All = [.. specs.Select(static spec => new Rollup(spec))];
        foreach (Rollup rollup in All) _byName.Add(rollup.Spec.Name, rollup);
    }

    /// <summary>All of them, in the order they were given.</summary>
    public IReadOnlyList<Rollup> All { get; }

    /// <summary>The rollup of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public Rollup this[string name] => _byName[name];

    /// <summary>Finds a rollup.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Rollup? rollup) => _byName.TryGetValue(name, out rollup);

    /// <summary>Encodes all of them. O(rows).</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(All.Count);
        foreach (Rollup rollup in All) rollup.Save(ref writer);
    }

    /// <summary>Replaces all of them by what <see cref="Save"/> wrote. O(rows).</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not these rollups.</exception>
    public void Load(ref MessagePackReader reader)
    {
        if (reader.ReadArrayHeader() != All.Count) throw new MessagePackFormatException("Other rollups.");
        foreach (Rollup rollup in All) rollup.Load(ref reader);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        foreach (Rollup rollup in All) rollup.Clear();
    }

    /// <summary>Throws when an invariant of a rollup does not hold. O(rows).</summary>
    public void CheckInvariants()
    {
        foreach (Rollup rollup in All) rollup.CheckInvariants();
    }
}
