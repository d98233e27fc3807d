using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Events;
using Npgsql;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>What the journal's facts become on topics, worked out from the journal alone, a piece at a time.</summary>
internal sealed class JournalEvents : IDisposable
{
    private readonly BookingEventMapper _mapper = new();
    private readonly EventSink _sink = new();
    private long _from;

    /// <summary>Reads what was appended since the last call. O(that).</summary>
    public async Task<List<EventId>> ReadNewAsync(PostgresDatabase database, CancellationToken cancel)
    {
        var found = new List<EventId>();
        await using NpgsqlCommand command = database.Pool.CreateCommand(
            database.Sql("SELECT position, data FROM {schema}.journal WHERE position >= $1 ORDER BY position"));
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = _from });
        await using NpgsqlDataReader rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            long position = rows.GetInt64(0);
            byte[] data = rows.GetFieldValue<byte[]>(1);
            RecordHeader.StampAll(data, position);
            Add(data, found);
            _from = position + data.Length;
        }

        return found;
    }

    /// <inheritdoc/>
    public void Dispose() => _sink.Dispose();

    private void Add(byte[] records, List<EventId> found)
    {
        for (int at = 0, length; at < records.Length; at += length)
        {
            length = (int)RecordHeader.ReadLength(records.AsSpan(at));
            EventHeader header = RecordHeader.ReadEvent(records.AsSpan(at));
            if (!_mapper.Topics.Any(topic => _mapper.Maps(in header, topic))) continue;
            _sink.Clear(in header);
            var payload = records.AsMemory((at + RecordHeader.SizeBytes)..(at + length));
            _mapper.Map(new EventEnvelope(header, payload), _sink);
            for (int i = 0; i < _sink.Count; i++) found.Add(EventId.Of(_sink[i]));
        }
    }
}
