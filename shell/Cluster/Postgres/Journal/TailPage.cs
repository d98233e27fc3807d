namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>
/// A run of the log in memory. One writer appends; readers read what lies before the committed position, which the
/// writer publishes afterwards.
/// </summary>
internal sealed class TailPage(int capacityBytes)
{
    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(capacityBytes);
    private int _length;

    /// <summary>The bytes: that of position p stands at p − <see cref="Start"/>.</summary>
    internal byte[] Bytes => _bytes;

    /// <summary>Position of the first byte.</summary>
    internal long Start { get; private set; }

    /// <summary>Position behind the last byte.</summary>
    internal long End => Start + Volatile.Read(ref _length);

    /// <summary>How many readers stand in it; under the ring's lock.</summary>
    internal int Readers { get; set; }

    /// <summary>How much more fits.</summary>
    internal int RoomBytes => _bytes.Length - _length;

    /// <summary>Empties the page for another run; nobody reads it.</summary>
    internal void Begin(long start)
    {
        Start = start;
        Volatile.Write(ref _length, 0);
    }

    /// <summary>The room behind the last byte.</summary>
    internal ArraySegment<byte> Room(int sizeBytes) => new(_bytes, _length, sizeBytes);

    /// <summary>What was written into the room belongs to the page now.</summary>
    internal void Grow(int sizeBytes) => Volatile.Write(ref _length, _length + sizeBytes);
}
