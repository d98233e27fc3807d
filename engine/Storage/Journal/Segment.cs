namespace Catalog.Engine.Storage.Journal;

/// <summary>
/// A segment file in the journal's catalog. Guarded by the catalog's lock, but for <see cref="End"/>.
/// </summary>
internal sealed class Segment(string path, long start, long end = Segment.StillGrowing)
{
    /// <summary>The end of the segment that is written to.</summary>
    internal const long StillGrowing = long.MaxValue;

    private long _end = end;

    /// <summary>The file on the disk.</summary>
    internal string Path { get; } = path;

    /// <summary>Position of its first record.</summary>
    internal long Start { get; } = start;

    /// <summary>
    /// Position just behind its last record; set before any position behind it is committed. Thread-safe.
    /// </summary>
    internal long End
    {
        get => Volatile.Read(ref _end);
        set => Volatile.Write(ref _end, value);
    }

    /// <summary>How many readers have it open: such a file is deleted when trimmed, never written over.</summary>
    internal int Readers { get; set; }
}
