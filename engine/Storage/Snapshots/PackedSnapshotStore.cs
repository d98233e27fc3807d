using System.Globalization;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Storage.Snapshots;

/// <summary>
/// Snapshots in immutable pack files: every <see cref="Write"/> makes one, under a temporary name that becomes its own
/// only when all of it is durable. The newest pack that knows a partition has its latest state.
/// <code>
/// snapshots/0000000000000001.pack   [ A B C D … footer ]   A, C overwritten later: half dead
/// snapshots/0000000000000002.pack   [ A E … footer ]
/// snapshots/0000000000000003.pack   [ B D | C F … footer ]  B, D moved here from pack 1, which could then be deleted
/// snapshots/0000000000000004.tmp                            a write a crash interrupted: deleted at the next start
/// </code>
/// A write also moves live states out of old packs, a bounded number of bytes each time, oldest pack first: out of
/// packs of which less than half is still the latest, and out of packs of about the same small size once there are
/// <see cref="PackedSnapshotOptions.PacksPerTier"/> of them (tiers by powers of eight, as a log-structured merge tree
/// has them), so neither dead bytes nor files pile up. Packs without a live state are deleted. A pack in which a
/// damaged state was met is left as it is.
/// <para>
/// Invariants: (1) the index points at exactly the states the packs count as live; (2) a pack in the table has a live
/// state; (3) packs stand in the order of their sequence; (4) no pack's sequence reaches the next one's.
/// </para>
/// </summary>
/// <remarks>
/// Memory: 29 to 34 bytes a partition and a file handle a pack. <see cref="TryRead"/> may run from any thread beside
/// <see cref="Write"/>; the lock between them is held for a few hundred hash lookups and never over a read or write of
/// the disk. Writes wait for one another. Opening reads the footers: O(states in all packs).
/// Merging policy after O'Neil, Cheng, Gawlick, O'Neil: The Log-Structured Merge-Tree, Acta Informatica 33 (1996).
/// </remarks>
public sealed partial class PackedSnapshotStore : ISnapshotStore
{
    private const string Folder = "snapshots";
    private const string PackSuffix = ".pack";
    private const string TemporarySuffix = ".tmp";
    private const int SequenceDigits = 16;

    // A slice of footer records or of index changes: small against a read, and a few tens of microseconds in the lock.
    private const int SliceCount = 256;

    private readonly IDisk _disk;
    private readonly PackedSnapshotOptions _options;
    private readonly Lock _gate = new();
    private readonly Lock _writeGate = new();
    private readonly SnapshotIndex _index = new();
    private readonly List<SnapshotPack?> _slots = [];
    private readonly Stack<int> _freeSlots = [];
    private readonly List<SnapshotPack> _packs = [];
    private readonly List<SnapshotPack> _retired = [];
    private readonly SnapshotPackWriter _writer = new();
    private readonly ByteBuffer _records = new(SliceCount * SnapshotPackFormat.RecordBytes);
    private long _nextSequence = 1;
    private bool _disposed;

    /// <summary>Opens the packs on a disk. O(states in all packs).</summary>
    /// <param name="disk">Where the packs are; not disposed.</param>
    /// <param name="options">Bounds on merging, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is not usable.</exception>
    /// <exception cref="InvalidDataException">A pack is damaged; the message names the file.</exception>
    /// <exception cref="IOException">A pack cannot be read.</exception>
    public PackedSnapshotStore(IDisk disk, PackedSnapshotOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(disk);
        _disk = disk;
        _options = options ?? new PackedSnapshotOptions();
        _options.Validate();
        try
        {
            foreach (string name in disk.List(Folder)) OpenFile(name);
            if (_packs.Count == 0) return;

            // A crash may have left the newest pack's name in memory alone: make sure of it before others go for it.
            disk.SyncFolder(Folder);
            RetireDead();
        }
        catch
        {
            DisposeFiles();
            throw;
        }
    }

    /// <summary>How many partitions have a snapshot. Thread-safe.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _index.Count;
        }
    }

    /// <summary>How many pack files there are. Thread-safe.</summary>
    public int PackCount
    {
        get
        {
            lock (_gate) return _packs.Count;
        }
    }

    /// <summary>Bytes the states in all packs take. O(packs), thread-safe.</summary>
    public long TotalBytes => Sum(static pack => pack.TotalBytes);

    /// <summary>Bytes the latest states take. O(packs), thread-safe.</summary>
    public long LiveBytes => Sum(static pack => pack.LiveBytes);

    /// <inheritdoc/>
    /// <remarks>Reads the footers again, O(states in all packs). Not beside <see cref="Write"/>.</remarks>
    public IEnumerable<SnapshotInfo> All()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        var slice = new List<SnapshotInfo>(SliceCount);
        foreach (SnapshotPack pack in _packs)
        {
            for (int first = 0; first < pack.Count; first += SliceCount)
            {
                CollectLatest(pack, first, Math.Min(SliceCount, pack.Count - first), slice);
                foreach (SnapshotInfo info in slice) yield return info;
            }
        }
    }

    /// <inheritdoc/>
    /// <remarks>One read of the disk; allocates nothing once <paramref name="state"/> is large enough.</remarks>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public bool TryRead(PartitionKey key, ByteBuffer state, out SnapshotInfo info)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Clear();
        SnapshotLocation location;
        SnapshotPack pack;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            info = default;
            if (!_index.TryGet(key, out location)) return false;
            pack = PackAt(location.PackSlot);
            pack.Readers++;
        }

        try
        {
            if (!pack.TryReadState(in location, state, out info) || info.Key != key) throw pack.Damaged(in location);
            return true;
        }
        finally
        {
            lock (_gate) pack.Readers--;
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Thread-safe. O(bytes of the set, and as many moved as the options allow); one sync of the new pack.
    /// </remarks>
    /// <exception cref="ObjectDisposedException">The store is closed.</exception>
    public void Write(SnapshotSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        ObjectDisposedException.ThrowIf(_disposed, this);
        lock (_writeGate)
        {
            DeleteRetired();
            try
            {
                WritePack(set, merge: true);
            }
            catch (DiskFullException)
            {
                // What is new matters more than tidying up: perhaps there is room for it alone.
                WritePack(set, merge: false);
            }
        }
    }

    /// <summary>Closes the files. No call may be under way.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_disposed) return;
            _disposed = true;
        }

        DeleteRetired();
        DisposeFiles();
    }

    /// <summary>Throws when an invariant of the type's documentation does not hold. O(states in all packs).</summary>
    /// <exception cref="InvalidOperationException">One does not hold.</exception>
    public void CheckInvariants()
    {
        _index.CheckInvariants();
        var slice = new List<SnapshotInfo>(SliceCount);
        int live = 0;
        foreach (SnapshotPack pack in _packs)
        {
            CollectLatest(pack, 0, pack.Count, slice);
            live += slice.Count;
            if (slice.Count != pack.LiveCount) throw new InvalidOperationException($"(1) {pack.Path} miscounts.");
            if (pack.LiveCount == 0) throw new InvalidOperationException($"(2) {pack.Path} is dead.");
            pack.CheckInvariants();
        }

        if (live != _index.Count) throw new InvalidOperationException($"(1) {live} live of {_index.Count}.");
        for (int i = 1; i < _packs.Count; i++)
            if (_packs[i].Sequence <= _packs[i - 1].Sequence) throw new InvalidOperationException("(3) Out of order.");
        if (_packs.Count > 0 && _packs[^1].Sequence >= _nextSequence)
            throw new InvalidOperationException($"(4) {_packs[^1].Path} would be written again.");
    }

    private static string PathOf(long sequence, string suffix) =>
        string.Create(CultureInfo.InvariantCulture, $"{Folder}/{sequence:x16}{suffix}");

    private static bool TryParse(string name, string suffix, out long sequence)
    {
        sequence = 0;
        return name.Length == SequenceDigits + suffix.Length
            && name.EndsWith(suffix, StringComparison.Ordinal)
            && long.TryParse(
                name.AsSpan(0, SequenceDigits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out sequence)
            && sequence > 0
            && PathOf(sequence, suffix) == $"{Folder}/{name}";
    }

    private void OpenFile(string name)
    {
        if (TryParse(name, TemporarySuffix, out _))
        {
            _disk.Delete($"{Folder}/{name}");
            return;
        }

        if (!TryParse(name, PackSuffix, out long sequence)) return;
        SnapshotPack pack = SnapshotPack.Open(_disk, $"{Folder}/{name}", sequence, _records);
        int slot = Enter(pack);
        for (int i = 0; i < pack.Count; i++)
            PointAt(pack, slot, _records.WrittenSpan[(i * SnapshotPackFormat.RecordBytes)..]);
        _nextSequence = sequence + 1;
    }

    private SnapshotPack PackAt(int slot) =>
        _slots[slot] ?? throw new InvalidOperationException($"Pack slot {slot} is empty.");

    private bool IsLatest(SnapshotPack pack, PartitionKey key, long offset) =>
        _index.TryGet(key, out SnapshotLocation latest)
        && latest.Offset == offset
        && ReferenceEquals(_slots[latest.PackSlot], pack);

    private void CollectLatest(SnapshotPack pack, int first, int count, List<SnapshotInfo> latest)
    {
        latest.Clear();
        pack.ReadRecords(first, count, _records);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> record = _records.WrittenSpan[(i * SnapshotPackFormat.RecordBytes)..];
            SnapshotPackFormat.ReadRecord(record, out SnapshotInfo info, out _, out long offset);
            if (IsLatest(pack, info.Key, offset)) latest.Add(info);
        }
    }

    private long Sum(Func<SnapshotPack, long> bytes)
    {
        lock (_gate) return _packs.Sum(bytes);
    }

    private void DisposeFiles()
    {
        foreach (SnapshotPack pack in _packs) pack.Dispose();
        foreach (SnapshotPack pack in _retired) pack.Dispose();
    }
}
