using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Blobs;
using Npgsql;

namespace Catalog.Shell.Cluster.Postgres.Snapshots;

/// <content>Removing what is dead and merging what is sparse, by one node of the cluster.</content>
public sealed partial class SharedSnapshotStore
{
    /// <summary>
    /// Removes packs that died longer than the grace ago and blobs nobody knows, and merges a bounded number of
    /// bytes. May run beside everything else; meant for one node, every minute or so. Does nothing while another node
    /// is at it. O(packs) and what it moves.
    /// </summary>
    /// <exception cref="IOException">
    /// PostgreSQL or the store of blobs failed; the rest is done the next time.
    /// </exception>
    public Task<SnapshotTidying> TidyAsync(CancellationToken cancel = default) => TellAsync(async () =>
    {
        // The lock is held by a transaction that reads nothing, so it keeps no old rows alive.
        await using NpgsqlConnection holder = await _database.Pool.OpenConnectionAsync(cancel);
        await using NpgsqlTransaction held = await holder.BeginTransactionAsync(cancel);
        string take = $"SELECT pg_try_advisory_xact_lock({_database.LockClass("tidy")}, 0)";
        await using var command = new NpgsqlCommand(take, holder, held);
        if (await command.ExecuteScalarAsync(cancel) is not true) return default;
        int removed = await RemoveDeadAsync(cancel);
        int orphans = await RemoveOrphansAsync(cancel);
        (int merged, long bytes) = await MergeAsync(cancel);
        return new SnapshotTidying(removed, orphans, merged, bytes);
    });

    private async Task<int> RemoveDeadAsync(CancellationToken cancel)
    {
        // A pack is dead before its first state points at it, too: the grace covers its writer.
        const string mark = """
            UPDATE {schema}.snapshot_pack p
            SET dead_since = CASE WHEN p.dead_since IS NULL THEN now() END
            WHERE (p.dead_since IS NULL) = NOT EXISTS (SELECT FROM {schema}.snapshot s WHERE s.pack = p.id)
            """;
        const string remove = """
            DELETE FROM {schema}.snapshot_pack p
            WHERE p.dead_since <= now() - $1 AND NOT EXISTS (SELECT FROM {schema}.snapshot s WHERE s.pack = p.id)
            RETURNING p.id
            """;
        await using NpgsqlCommand marking = _rows.CommandOf(_database.Sql(mark));
        await marking.ExecuteNonQueryAsync(cancel);
        List<long> dead;
        try
        {
            await using NpgsqlCommand removing = _rows.CommandOf(_database.Sql(remove), _options.Grace);
            dead = await NumbersAsync(removing, cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            // A writer that had slept for longer than the grace pointed at one of them just now: all stay.
            return 0;
        }

        // A crash here leaves blobs without a row, which the next tidying finds.
        foreach (long pack in dead) await _blobs.DeleteAsync(PackReader.NameOf(pack), cancel);
        return dead.Count;
    }

    // Listed first: what has no row afterwards had one when it was written, and will not have one again.
    private async Task<int> RemoveOrphansAsync(CancellationToken cancel)
    {
        var names = new List<string>();
        await foreach (BlobEntry entry in _blobs.AllAsync(PackReader.Folder, cancel)) names.Add(entry.Name);
        await using NpgsqlCommand command = _rows.CommandOf(_database.Sql("SELECT id FROM {schema}.snapshot_pack"));
        HashSet<string> known = [.. (await NumbersAsync(command, cancel)).Select(PackReader.NameOf)];
        int removed = 0;
        foreach (string name in names)
        {
            if (known.Contains(name)) continue;
            await _blobs.DeleteAsync(name, cancel);
            removed++;
        }

        return removed;
    }

    private async Task<(int Packs, long Bytes)> MergeAsync(CancellationToken cancel)
    {
        long[] packs = await ChooseAsync(cancel);
        if (packs.Length == 0) return (0, 0);
        var pending = new List<SnapshotPlace>();
        long size = 0;
        long moved = 0;
        var groups = new List<List<SnapshotPlace>> { pending };
        await foreach (SnapshotPlace place in _rows.OfPacksAsync(packs, cancel))
        {
            if (size > 0 && size + place.Length > _options.MergedPackBytes)
            {
                groups.Add(pending = []);
                size = 0;
            }

            pending.Add(place);
            size += place.Length;
            moved += place.Length;
        }

        foreach (List<SnapshotPlace> group in groups)
            if (group.Count > 0) await MoveAsync(group, cancel);
        return (packs.Length, moved);
    }

    /// <summary>
    /// Packs less than half alive, and small ones when there are many; oldest first, as many as allowed.
    /// </summary>
    private async Task<long[]> ChooseAsync(CancellationToken cancel)
    {
        const string survey = """
            SELECT p.id, p.size, sum(s.length)::bigint
            FROM {schema}.snapshot_pack p JOIN {schema}.snapshot s ON s.pack = p.id
            GROUP BY p.id ORDER BY p.id
            """;
        var packs = new List<(long Id, long Size, long Live)>();
        await using NpgsqlCommand command = _rows.CommandOf(_database.Sql(survey));
        await using (NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel))
            while (await reader.ReadAsync(cancel))
                packs.Add((reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
        bool isCrowded = packs.Count(p => IsSmall(p.Live)) > _options.SmallPacks;
        var chosen = new List<long>();
        long bytes = 0;
        foreach ((long id, long size, long live) in packs)
        {
            bool isWorthIt = live * 2 < size || (isCrowded && IsSmall(live));
            if (!isWorthIt || (bytes > 0 && bytes + live > _options.MergeBytes)) continue;
            chosen.Add(id);
            bytes += live;
        }

        return [.. chosen];

        bool IsSmall(long live) => live < _options.MergedPackBytes / 8;
    }

    private async Task MoveAsync(List<SnapshotPlace> group, CancellationToken cancel)
    {
        long pack = await _rows.NewPackAsync(group.Sum(static place => (long)place.Length), cancel);
        var moves = new List<(SnapshotPlace From, SnapshotPlace To)>();
        await _blobs.PutAsync(
            PackReader.NameOf(pack),
            async (into, stop) =>
            {
                var state = new ByteBuffer();
                int start = 0;
                foreach (SnapshotPlace place in group)
                {
                    // What is damaged stays where it is: whoever needs it is told there.
                    if (!await TryReadStateAsync(place, state, stop)) continue;
                    await into.WriteAsync(state.WrittenMemory, stop);
                    moves.Add((place, place with { Pack = pack, Start = start }));
                    start += place.Length;
                }
            },
            cancel);
        if (moves.Count > 0) await AgainAsync(() => _rows.MoveAsync(moves, cancel));
    }

    private async ValueTask<bool> TryReadStateAsync(SnapshotPlace place, ByteBuffer state, CancellationToken cancel)
    {
        try
        {
            return await _packs.TryReadAsync(place, state, cancel);
        }
        catch (BlobMissingException)
        {
            return false;
        }
    }

    private static async Task<List<long>> NumbersAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        var numbers = new List<long>();
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) numbers.Add(reader.GetInt64(0));
        return numbers;
    }
}
