using System.Diagnostics.Metrics;
using Catalog.Shell.Cluster.Postgres;

namespace Catalog.Shell.Cluster.Sql;

/// <content>Writing what is buffered.</content>
internal sealed partial class SqlProjector
{
    private static readonly Meter Meter = new("Catalog.Events");

    private static readonly Counter<long> RefusedCount = Meter.CreateCounter<long>(
        "catalog.sql.refused", "{fact}", "Facts whose rows PostgreSQL refused: the tables lack them");

    /// <summary>Writes the buffered facts' rows; all of them, or those that can be.</summary>
    /// <param name="until">Where the tables stand then; null for behind the last of the facts.</param>
    /// <param name="cancel">Gives up; what was committed stays.</param>
    private async Task CommitAsync(long? until, CancellationToken cancel)
    {
        if (_buffer.Count == 0 && until is null) return;
        long to = until ?? _buffer[^1].Header.Position + 1;
        await _tables.PrepareAsync(_buffer, to, cancel);
        if (_applied < _overlapsUntil)
        {
            await CommitOneByOneAsync(to, cancel);
            _buffer.Clear();
            return;
        }

        try
        {
            await WriteAsync([.. _buffer], to, cancel);
        }
        catch (Exception refused) when (IsRefusal(refused) && !cancel.IsCancellationRequested)
        {
            await CommitOneByOneAsync(to, cancel);
        }

        _buffer.Clear();
    }

    private async Task CommitOneByOneAsync(long to, CancellationToken cancel)
    {
        for (int i = 0; i < _buffer.Count; i++)
        {
            SqlFact fact = _buffer[i];
            long next = i == _buffer.Count - 1 ? to : fact.Header.Position + 1;
            try
            {
                await WriteAsync([fact], next, cancel);
            }
            catch (Exception refused) when (IsRefusal(refused) && !cancel.IsCancellationRequested)
            {
                await _store.RefuseAsync(fact, refused.Message, (_applied, next), cancel);
                Volatile.Write(ref _applied, next);
                RefusedCount.Add(1, new KeyValuePair<string, object?>("tables", _tables.Schema));
                Refused(_log, refused, fact.Header.Position, _tables.Schema);
            }
        }
    }

    private async Task WriteAsync(SqlFact[] facts, long to, CancellationToken cancel)
    {
        var rows = new SqlBatch();
        foreach (SqlFact fact in facts) _tables.Map(fact.Header, fact.Payload, rows);
        await _store.WriteAsync(rows, _applied, to, cancel);
        Volatile.Write(ref _applied, to);
    }

    private static bool IsRefusal(Exception failure) =>
        failure is not (SqlMovedException or OperationCanceledException) && !PostgresFailures.IsPassing(failure);

    [LoggerMessage(92, LogLevel.Information, "Filling the SQL tables in schema {Tables}")]
    private static partial void Filling(ILogger logger, string tables);

    [LoggerMessage(93, LogLevel.Information, "The SQL tables in schema {Tables} are filled up to {Position}")]
    private static partial void Filled(ILogger logger, string tables, long position);

    [LoggerMessage(94, LogLevel.Error,
        "The fact at {Position} cannot be written to the SQL tables in schema {Tables} and was set aside")]
    private static partial void Refused(ILogger logger, Exception error, long position, string tables);
}
