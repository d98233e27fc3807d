using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>
/// One physical session of the node: what is locked with it and what is appended through it ends with it. Used by the
/// journal's thread alone, once it is open; every call is one round trip.
/// </summary>
internal sealed partial class SessionConnection : IDisposable
{
    /// <summary>How many rows are asked for at once; they are taken off the wire one by one.</summary>
    internal const int TailRows = 128;

    private readonly NpgsqlConnection _connection;
    private readonly int _shardClass;
    private readonly NpgsqlCommand _append;
    private readonly NpgsqlParameter<ArraySegment<byte>> _data;
    private readonly NpgsqlParameter<int> _crc;
    private readonly NpgsqlParameter<bool> _tell;
    private readonly NpgsqlCommand _tail;
    private readonly NpgsqlParameter<long> _from;

    private SessionConnection(
        NpgsqlConnection connection, PostgresDatabase database, SessionIdentity identity, TimeSpan timeout)
    {
        _connection = connection;
        Identity = identity;
        _shardClass = database.LockClass(NodeSession.ShardPurpose);
        TimeoutSeconds = (int)Math.Ceiling(timeout.TotalSeconds);
        _append = NewCommand(database.Sql("SELECT {schema}.append($1, $2, $3, $4)"));
        _data = new NpgsqlParameter<ArraySegment<byte>> { NpgsqlDbType = NpgsqlDbType.Bytea };
        _data.TypedValue = Array.Empty<byte>();
        _crc = new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer };
        _tell = new NpgsqlParameter<bool> { NpgsqlDbType = NpgsqlDbType.Boolean };
        _append.Parameters.Add(new NpgsqlParameter<int> { TypedValue = identity.NodeNumber });
        _append.Parameters.Add(_data);
        _append.Parameters.Add(_crc);
        _append.Parameters.Add(_tell);
        _tail = NewCommand(database.Sql(
            $"SELECT {JournalRows.Columns} FROM {{schema}}.journal WHERE position >= $1 ORDER BY position "
            + $"LIMIT {TailRows}"));
        _from = new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint };
        _tail.Parameters.Add(_from);
    }

    /// <summary>Which session this is.</summary>
    internal SessionIdentity Identity { get; }

    /// <summary>Whether it looks whole from this side.</summary>
    internal bool IsWhole => _connection.State == ConnectionState.Open;

    /// <summary>The connection, for statements of others.</summary>
    internal NpgsqlConnection Connection => _connection;

    private int TimeoutSeconds { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _append.Dispose();
        _tail.Dispose();
        _connection.Dispose();
    }

    /// <summary>Appends one group; returns where it starts. Durable when it returns.</summary>
    /// <param name="data">Records stamped as if they began at position 0.</param>
    /// <param name="crc">The checksum of <paramref name="data"/>.</param>
    /// <param name="tell">Whether other nodes are told.</param>
    internal long Append(ArraySegment<byte> data, uint crc, bool tell)
    {
        _data.TypedValue = data;
        _crc.TypedValue = unchecked((int)crc);
        _tell.TypedValue = tell;
        using NpgsqlDataReader reader = _append.ExecuteReader();
        if (!reader.Read()) throw new IOException("The append answered nothing.");
        return reader.GetInt64(0);
    }

    /// <summary>Asks for the rows from a position on; the caller disposes the answer before the next call.</summary>
    internal NpgsqlDataReader ReadTail(long position)
    {
        _from.TypedValue = position;
        return _tail.ExecuteReader(CommandBehavior.SequentialAccess);
    }

    /// <summary>Takes a shard's lock; false when another session has it.</summary>
    internal bool TryLock(int shard) => AskLock("SELECT pg_try_advisory_lock($1, $2)", shard);

    /// <summary>Gives a shard's lock back; false when it was not held.</summary>
    internal bool Unlock(int shard) => AskLock("SELECT pg_advisory_unlock($1, $2)", shard);

    private bool AskLock(string sql, int shard)
    {
        using NpgsqlCommand command = NewCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = _shardClass });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = shard });
        return command.ExecuteScalar() is true;
    }

    private NpgsqlCommand NewCommand(string sql) => new(sql, _connection) { CommandTimeout = TimeoutSeconds };

    private async Task PrepareAsync(CancellationToken cancel)
    {
        await _append.PrepareAsync(cancel);
        await _tail.PrepareAsync(cancel);
    }
}
