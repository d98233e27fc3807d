using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>
/// States captured for <see cref="ISnapshotStore.Write"/>: their bytes one behind another, and where each stands. Not
/// thread-safe.
/// </summary>
public sealed class SnapshotSet
{
    private readonly List<(SnapshotInfo Info, int Start, int Length)> _entries = [];
    private readonly ByteBuffer _bytes = new(64 * 1024);
    private int _start;

    /// <summary>How many states are in the set.</summary>
    public int Count => _entries.Count;

    /// <summary>The bytes of all states so far.</summary>
    public int SizeBytes => _bytes.Length;

    /// <summary>Returns the buffer the next state is to be appended to; <see cref="End"/> closes it.</summary>
    public ByteBuffer Begin()
    {
        _start = _bytes.Length;
        return _bytes;
    }

    /// <summary>Ends the state begun last.</summary>
    public void End(in SnapshotInfo info) => _entries.Add((info, _start, _bytes.Length - _start));

    /// <summary>One state of the set.</summary>
    public SnapshotInfo Info(int index) => _entries[index].Info;

    /// <summary>The bytes of one state.</summary>
    public ReadOnlySpan<byte> State(int index) =>
        _bytes.WrittenSpan.Slice(_entries[index].Start, _entries[index].Length);

    /// <summary>The bytes of one state, for a store that writes asynchronously; valid until the set changes.</summary>
    public ReadOnlyMemory<byte> StateMemory(int index) =>
        _bytes.WrittenMemory.Slice(_entries[index].Start, _entries[index].Length);

    /// <summary>Says, once it is known, up to which journal position the states were captured.</summary>
    public void SetPosition(long position)
    {
        for (int i = 0; i < _entries.Count; i++)
            _entries[i] = _entries[i] with { Info = _entries[i].Info with { Position = position } };
    }

    /// <summary>Empties the set and keeps its memory.</summary>
    public void Clear()
    {
        _entries.Clear();
        _bytes.Clear();
    }
}
