using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Shell.Cluster.Postgres.Blobs;
using Catalog.Shell.Hosting;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Snapshots;

/// <summary>
/// Snapshots all nodes share: states in packs, which are blobs, and the index in PostgreSQL.
/// <code>
/// Write   1. row in snapshot_pack      2. blob snapshots/000000000000002a = states, one behind another
///         (1 and 2 again while there is more than a pack holds)
///         3. one statement: every state's row in snapshot points at pack, start, length, checksum
/// </code>
/// A crash between the steps leaves a pack nobody points at, which is removed after a while; never a row without its
/// blob, which the reference from row to pack guards even against a writer that slept. Rows only go forward: an older
/// position never replaces a newer one, whoever comes last.
/// <para>
/// Each node keeps the index in memory, as of when it read it. The new owner of a shard asks for
/// its part first (<see cref="Of"/>): another node wrote its rows. Who reads a pack that tidying has removed asks the
/// table anew, so a node may lag behind.
/// </para>
/// <para>
/// Space: one node of the cluster calls <see cref="TidyAsync"/> now and then. It removes packs without a live state
/// after <see cref="SharedSnapshotOptions.Grace"/>, and merges packs of which less than half lives, and small ones
/// once there are many. So packs take at most about twice what lives, and what died within the grace.
/// </para>
/// </summary>
/// <remarks>Thread-safe. Reads and writes block their caller, as the engine wants it.</remarks>
public sealed partial class SharedSnapshotStore : ISnapshotStore
{
    private const double SlowestBytesPerSecond = 8 * 1024 * 1024;
    private const int MaxReadAttempts = 5;
    private const int MaxStatementAttempts = 5;
    private readonly IBlobStore _blobs;
    private readonly SharedSnapshotOptions _options;
    private readonly SnapshotRows _rows;
    private readonly SnapshotPlaces _places = new();
    private readonly PackReader _packs;
    private readonly PostgresDatabase _database;
    private long _awayUntil;

    /// <summary>Makes it; the index is empty until it is read.</summary>
    /// <param name="database">Where the index is; not disposed.</param>
    /// <param name="blobs">Where packs are; not disposed.</param>
    /// <param name="shardOf">The shard of a partition, also of the core's own (system 0).</param>
    /// <param name="options">Bounds; null for the defaults.</param>
    public SharedSnapshotStore(
        PostgresDatabase database,
        IBlobStore blobs,
        Func<PartitionKey, int> shardOf,
        SharedSnapshotOptions? options = null)
    {
        _database = database;
        _blobs = blobs;
        _options = options ?? new SharedSnapshotOptions();
        _rows = new SnapshotRows(database, shardOf);
        _packs = new PackReader(blobs, _options.CachedBlocks);
    }

    /// <summary>How many partitions this node knows a snapshot of.</summary>
    public int Count => _places.Count;

    /// <inheritdoc/>
    /// <remarks>Reads the whole index: O(partitions).</remarks>
    /// <exception cref="IOException">PostgreSQL does not answer.</exception>
    public IEnumerable<SnapshotInfo> All()
    {
        TakeAllAsync(_rows.AllAsync(CancellationToken.None)).GetAwaiter().GetResult();
        return _places.Infos();
    }

    /// <inheritdoc/>
    /// <remarks>Reads their part of the index: O(their partitions), and those that are known.</remarks>
    /// <exception cref="IOException">PostgreSQL does not answer.</exception>
    public IEnumerable<SnapshotInfo> Of(IReadOnlyList<int> shards)
    {
        TakeAllAsync(_rows.OfShardsAsync([.. shards], CancellationToken.None)).GetAwaiter().GetResult();
        return _places.Infos();
    }

    /// <summary>
    /// Reads the index of one shard: what other nodes have written since. O(partitions of the shard).
    /// </summary>
    /// <exception cref="IOException">PostgreSQL does not answer.</exception>
    public Task RefreshAsync(int shard, CancellationToken cancel = default) =>
        TakeAllAsync(_rows.OfShardsAsync([shard], cancel));

    /// <summary>As <see cref="RefreshAsync"/>, blocking.</summary>
    /// <exception cref="IOException">PostgreSQL does not answer.</exception>
    public void Refresh(int shard) => RefreshAsync(shard).GetAwaiter().GetResult();

    /// <inheritdoc/>
    /// <remarks>
    /// From the index in memory and at most a block or two of a pack. What is the core's own (system 0) is asked for
    /// anew: it says where a shard that comes begins, and its last owner wrote it.
    /// </remarks>
    /// <exception cref="IOException">The store of blobs, or PostgreSQL, does not answer.</exception>
    public bool TryRead(PartitionKey key, ByteBuffer state, out SnapshotInfo info)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Clear();
        info = default;
        if (key.System != 0 && !_places.TryGet(key, out _)) return false;
        if (Environment.TickCount64 < Volatile.Read(ref _awayUntil)) throw Away(null);
        using var patience = new CancellationTokenSource(_options.ReadPatience);
        try
        {
            if (key.System == 0) LookAsync(key, patience.Token).GetAwaiter().GetResult();
            if (!_places.TryGet(key, out SnapshotPlace place)) return false;

            // A model may have hundreds of megabytes: they may take their time.
            patience.CancelAfter(_options.ReadPatience + TimeSpan.FromSeconds(place.Length / SlowestBytesPerSecond));
            info = ReadAsync(place, state, patience.Token).AsTask().GetAwaiter().GetResult();
            if (key.System == 0 || !SnapshotPieces.IsHead(state.WrittenSpan)) return true;

            // Its pieces will be as of now, and so must it.
            LookAsync(key, patience.Token).GetAwaiter().GetResult();
            if (!_places.TryGet(key, out SnapshotPlace latest) || latest == place) return true;
            info = ReadAsync(latest, state, patience.Token).AsTask().GetAwaiter().GetResult();
            return true;
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            Volatile.Write(ref _awayUntil, Environment.TickCount64 + (long)_options.ReadPause.TotalMilliseconds);
            throw Away(e);
        }
    }

    /// <inheritdoc/>
    /// <remarks>A blob and two round trips to PostgreSQL.</remarks>
    public void Write(SnapshotSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (set.Count > 0) WriteAsync(set, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>How large the packs are: one round trip, O(partitions) at the server.</summary>
    /// <exception cref="IOException">PostgreSQL does not answer.</exception>
    internal async Task<SnapshotFigures> MeasureAsync(CancellationToken cancel)
    {
        (int packs, long totalBytes, long liveBytes) = await TellAsync(() => _rows.MeasureAsync(cancel));
        return new SnapshotFigures(Count, packs, totalBytes, liveBytes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static Task<T> TellAsync<T>(Func<Task<T>> work) => PostgresBlobFailure.TellAsync(work);

    private Task TakeAllAsync(IAsyncEnumerable<SnapshotPlace> rows) => TellAsync(async () =>
    {
        await foreach (SnapshotPlace place in rows) _places.Take(in place);
        return true;
    });

    private async Task LookAsync(PartitionKey key, CancellationToken cancel)
    {
        if (await TellAsync(() => _rows.FindAsync(key, cancel)) is { } place) _places.Take(in place);
    }

    private static IOException Away(Exception? cause) =>
        new($"The store of snapshots does not answer: {cause?.Message ?? "it did not a moment ago"}", cause);

    private async ValueTask<SnapshotInfo> ReadAsync(SnapshotPlace place, ByteBuffer state, CancellationToken cancel)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                if (await _packs.TryReadAsync(place, state, cancel)) return place.Info;
                throw Damaged(place, "does not have its checksum");
            }
            catch (BlobMissingException) when (attempt < MaxReadAttempts)
            {
                place = await MovedAsync(place, cancel);
            }
        }
    }

    /// <summary>Where a state stands whose pack is gone: tidying, or its owner, has written it elsewhere.</summary>
    private async Task<SnapshotPlace> MovedAsync(SnapshotPlace gone, CancellationToken cancel)
    {
        SnapshotPlace? found = await TellAsync(() => _rows.FindAsync(gone.Key, cancel));
        if (found is not { } place || place.Pack == gone.Pack) throw Damaged(gone, "is in a pack that is not there");
        _places.Take(in place);
        return place;
    }

    private static InvalidDataException Damaged(SnapshotPlace place, string what) => new(
        $"The snapshot of partition {place.Key.Key} of system {place.Key.System}, at byte {place.Start} of "
        + $"'{PackReader.NameOf(place.Pack)}', {what}.");

    /// <summary>Writes packs nobody knows of, until their places are published: one, unless states are long.</summary>
    internal async Task<List<SnapshotPlace>> StoreAsync(SnapshotSet set, CancellationToken cancel)
    {
        var places = new List<SnapshotPlace>();
        for (int first = 0; first < set.Count;)
        {
            (int end, long size) = PackOf(set, first);
            long pack = await TellAsync(() => _rows.NewPackAsync(size, cancel));
            int start = 0;
            for (int i = first; i < end; i++)
            {
                ReadOnlyMemory<byte> state = set.StateMemory(i);
                places.Add(new SnapshotPlace(set.Info(i), pack, start, state.Length, Crc32C.Of(state.Span)));
                start += state.Length;
            }

            int begin = first;
            await _blobs.PutAsync(
                PackReader.NameOf(pack),
                async (into, stop) =>
                {
                    for (int i = begin; i < end; i++) await into.WriteAsync(set.StateMemory(i), stop);
                },
                cancel);
            first = end;
        }

        return Sorted(places);
    }

    /// <summary>
    /// Publishes the places of a cluster's first states, in the transaction that is open on the connection.
    /// </summary>
    internal Task PublishAsync(
        IEnumerable<SnapshotPlace> places, NpgsqlConnection into, CancellationToken cancel) =>
        _rows.CopyAsync(places, into, cancel);

    private async Task WriteAsync(SnapshotSet set, CancellationToken cancel)
    {
        List<SnapshotPlace> places = await StoreAsync(set, cancel);
        HashSet<PartitionKey> taken = await TellAsync(() => AgainAsync(() => _rows.PublishAsync(places, cancel)));
        foreach (SnapshotPlace place in places)
            if (taken.Contains(place.Key)) _places.Take(in place);
    }

    /// <summary>How many entries go into one pack: at least one, and no more than fit.</summary>
    private (int End, long Size) PackOf(SnapshotSet set, int first)
    {
        int end = first;
        long size = 0;
        while (end < set.Count && (end == first || size + set.StateMemory(end).Length <= _options.PackBytes))
            size += set.StateMemory(end++).Length;
        return (end, size);
    }

    /// <summary>
    /// In the order of the keys, so that two nodes lock rows in the same order; of a key that comes twice, the last.
    /// </summary>
    private static List<SnapshotPlace> Sorted(List<SnapshotPlace> places)
    {
        var latest = new SortedDictionary<(byte, ulong), SnapshotPlace>();
        foreach (SnapshotPlace place in places) latest[(place.Key.System, place.Key.Key)] = place;
        return [.. latest.Values];
    }

    // Tidying locks rows in its own order; neither is harmed by being done again.
    private static async Task<T> AgainAsync<T>(Func<Task<T>> statement)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await statement();
            }
            catch (PostgresException e) when (
                attempt < MaxStatementAttempts
                && e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
            }
        }
    }
}
