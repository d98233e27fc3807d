using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Journal;
using Npgsql;

namespace Catalog.Shell.Cluster.Nodes;

/// <summary>The nodes' rows and the locks of shards, in PostgreSQL. Thread-safe; a round trip or two a call.</summary>
internal sealed class NodeDirectory(PostgresDatabase database)
{
    private const string Beat = """
        INSERT INTO {schema}.node (
            number, name, link, url, version, started_at, renewed_at,
            backend_pid, backend_start, term, applied, is_leaving)
        SELECT $1, $2, $3, $4, $5, $6, clock_timestamp(), pid, backend_start, $8, $9, $10
        FROM pg_stat_get_activity($7) WHERE pid = $7
        ON CONFLICT (number) DO UPDATE SET
            name = excluded.name, link = excluded.link, url = excluded.url, version = excluded.version,
            started_at = excluded.started_at, renewed_at = excluded.renewed_at,
            backend_pid = excluded.backend_pid, backend_start = excluded.backend_start,
            term = excluded.term, applied = excluded.applied, is_leaving = excluded.is_leaving
        """;

    private const string ReadNodes = """
        SELECT n.number, n.name, n.link, n.url, n.version, n.started_at,
               extract(epoch FROM clock_timestamp() - n.renewed_at)::double precision * 1000,
               n.backend_pid, n.backend_start, n.term, n.applied, n.is_leaving,
               EXISTS (SELECT FROM pg_locks l
                       WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.pid = n.backend_pid
                         AND l.classid::bigint = $1 AND l.objid::bigint = n.number
                         AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
        FROM {schema}.node n ORDER BY n.number
        """;

    private const string ReadHolders = """
        SELECT objid::bigint, pid FROM pg_locks
        WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid::bigint = $1
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    private readonly long _numberClass = (uint)database.LockClass(NodeSession.NumberPurpose);
    private readonly long _shardClass = (uint)database.LockClass(NodeSession.ShardPurpose);

    /// <summary>The cluster's number of shards: the given one, when it is the first to say.</summary>
    /// <remarks>Blocks: asked once, before anything runs.</remarks>
    public int AgreeOnShards(int wanted)
    {
        using NpgsqlConnection connection = database.Pool.OpenConnection();
        using NpgsqlCommand tell = Command(
            "INSERT INTO {schema}.cluster (shard_count) VALUES ($1) ON CONFLICT DO NOTHING");
        tell.Connection = connection;
        tell.Parameters.Add(new NpgsqlParameter<int> { TypedValue = wanted });
        tell.ExecuteNonQuery();
        using NpgsqlCommand ask = Command("SELECT shard_count FROM {schema}.cluster");
        ask.Connection = connection;
        return (int)ask.ExecuteScalar()!;
    }

    /// <summary>Renews this node's row, when its session lives, and reads everybody's and who holds what.</summary>
    /// <exception cref="NpgsqlException">The server does not answer.</exception>
    public async Task<ClusterPicture> BeatAsync(NodeInfo self, int shardCount, CancellationToken cancel)
    {
        await using NpgsqlBatch batch = database.Pool.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(database.Sql(Beat))
        {
            Parameters =
            {
                new NpgsqlParameter<int> { TypedValue = self.Number },
                new NpgsqlParameter<string> { TypedValue = self.Name },
                new NpgsqlParameter<string> { TypedValue = self.Link.ToString() },
                new NpgsqlParameter<string> { TypedValue = self.Url },
                new NpgsqlParameter<string> { TypedValue = self.Version },
                new NpgsqlParameter<DateTime> { TypedValue = self.StartedAt },
                new NpgsqlParameter<int> { TypedValue = self.BackendPid },
                new NpgsqlParameter<long> { TypedValue = self.Term },
                new NpgsqlParameter<long> { TypedValue = self.Applied },
                new NpgsqlParameter<bool> { TypedValue = self.IsLeaving },
            },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(database.Sql(ReadNodes))
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = _numberClass } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(database.Sql(ReadHolders))
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = _shardClass } },
        });
        await using NpgsqlDataReader rows = await batch.ExecuteReaderAsync(cancel);
        var nodes = new List<NodeInfo>();
        while (await rows.ReadAsync(cancel)) nodes.Add(Read(rows));
        await rows.NextResultAsync(cancel);
        int[] holders = new int[shardCount];
        while (await rows.ReadAsync(cancel))
        {
            long shard = rows.GetInt64(0);
            if (shard < shardCount) holders[shard] = rows.GetInt32(1);
        }

        return new ClusterPicture(nodes, holders);
    }

    /// <summary>Ends the session of a node that hangs; nothing when it ended by itself meanwhile.</summary>
    public async Task<bool> EndSessionAsync(NodeInfo hung, CancellationToken cancel)
    {
        await using NpgsqlCommand command = Pooled(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_get_activity($1) WHERE backend_start = $2");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = hung.BackendPid });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = hung.BackendStart });
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    /// <summary>
    /// Notes that a node has taken shards, on the session that holds their locks and before it appends anything of
    /// them; forgets what was noted long ago.
    /// </summary>
    /// <param name="session">The node's session.</param>
    /// <param name="shards">The shards.</param>
    /// <param name="node">The node's number.</param>
    /// <param name="term">The session's term.</param>
    /// <param name="position">Where the journal ends.</param>
    /// <exception cref="SessionLostException">The session is gone.</exception>
    public Task NoteAsync(NodeSession session, IReadOnlyList<int> shards, int node, long term, long position) =>
        session.RunAsync(connection =>
        {
            using NpgsqlCommand command = Command("""
                WITH old AS (DELETE FROM {schema}.shard_taken WHERE taken_at < now() - interval '30 days')
                INSERT INTO {schema}.shard_taken (shard, node, term, position)
                SELECT unnest($1), $2, $3, $4
                """);
            command.Connection = connection;
            command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. shards] });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = node });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = term });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
            command.ExecuteNonQuery();
        });

    /// <summary>Removes this node's row: it ends in order.</summary>
    public async Task RemoveAsync(int number, CancellationToken cancel)
    {
        await using NpgsqlCommand command = Pooled("DELETE FROM {schema}.node WHERE number = $1");
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Forgets nodes that ended without a word and have not come back for an hour.</summary>
    public async Task ForgetGoneAsync(CancellationToken cancel)
    {
        await using NpgsqlCommand command = Pooled(
            "DELETE FROM {schema}.node WHERE renewed_at < clock_timestamp() - interval '1 hour'");
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// How far the shards are saved and the consumers done, as a whole: the journal is needed from there on. 0 while a
    /// shard has never been saved or a consumer never began.
    /// </summary>
    /// <param name="watermarks">The keys the shards' notes have in the table of snapshots.</param>
    /// <param name="consumers">The consumers there are.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<long> ReadNeededAsync(
        long[] watermarks, string[] consumers, CancellationToken cancel)
    {
        await using NpgsqlCommand command = Pooled("""
            SELECT least(
                (SELECT min(coalesce(s.position, 0)) FROM unnest($1) k
                 LEFT JOIN {schema}.snapshot s ON s.system = 0 AND s.key = k),
                (SELECT min(coalesce(c.offset_position, 0)) FROM unnest($2) n
                 LEFT JOIN {schema}.consumer c ON c.name = n))
            """);
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = watermarks });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = consumers });
        return await command.ExecuteScalarAsync(cancel) is long needed ? needed : 0;
    }

    private static NodeInfo Read(NpgsqlDataReader row)
    {
        NodeAddress.TryParse(row.GetString(2), out NodeAddress link);
        return new NodeInfo(
            row.GetInt32(0), row.GetString(1), link, row.GetString(3), row.GetString(4), row.GetDateTime(5),
            row.GetDouble(6), row.GetInt32(7), row.GetDateTime(8), row.GetInt64(9), row.GetInt64(10),
            row.GetBoolean(11), row.GetBoolean(12));
    }

    private NpgsqlCommand Pooled(string sql) => database.Pool.CreateCommand(database.Sql(sql));

    private NpgsqlCommand Command(string sql) => new(database.Sql(sql));
}
