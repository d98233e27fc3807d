using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Numbers for names, in the order they are first met, so that a genre can be a rollup's dimension.</summary>
/// <remarks>Both ways O(1); names are few and never forgotten. Not thread-safe beside a writer.</remarks>
internal sealed class NameIds
{
    private readonly Dictionary<string, ulong> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>The number of a name, a new one when it is new.</summary>
    public ulong IdOf(string name)
    {
        if (_ids.TryGetValue(name, out ulong id)) return id;
        id = (ulong)_names.Count;
        _ids.Add(name, id);
        _names.Add(name);
        return id;
    }

    /// <summary>The name of a number; null when there is none.</summary>
    public string? NameOf(ulong id) => id < (ulong)_names.Count ? _names[(int)id] : null;

    /// <summary>Encodes the names.</summary>
    public void Save(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(_names.Count);
        foreach (string name in _names) writer.Write(name);
    }

    /// <summary>Replaces the names by what <see cref="Save"/> wrote.</summary>
    public void Load(ref MessagePackReader reader)
    {
        Clear();
        int count = reader.ReadArrayHeader();
        for (int i = 0; i < count; i++)
            if (IdOf(reader.ReadString()) != (ulong)i) throw new MessagePackFormatException("A name is there twice.");
    }

    /// <summary>Forgets the names.</summary>
    public void Clear()
    {
        _ids.Clear();
        _names.Clear();
    }
}
