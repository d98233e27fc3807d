using System.Diagnostics;
using System.Globalization;
using Catalog.Bench.Shared;
using Npgsql;
using NpgsqlTypes;

namespace Catalog.Bench.Booking;

/// <summary>
/// The hold workload against PostgreSQL: a row a seat, one prepared statement a hold, one transaction each, committed
/// to the disk. Rows are locked in the order of their seats, so attempts that overlap wait and never deadlock.
/// </summary>
internal sealed class PostgresSeatHolds : IAsyncDisposable
{
    public const int ConnectionCount = 32;

    // All or nothing in one round trip: the free seats are locked first, and updated only when all four were.
    private const string Hold = """
        WITH free AS MATERIALIZED (
          SELECT seat FROM seats
          WHERE showtime = $1 AND seat = ANY ($2) AND expires_ms <= $3
          ORDER BY seat FOR UPDATE)
        UPDATE seats SET holder = $4, expires_ms = $5
        WHERE showtime = $1 AND seat = ANY ($2) AND (SELECT count(*) FROM free) = 4
        """;

    private readonly NpgsqlDataSource _source;
    private readonly HoldWorkload _workload;
    private long _number;
    private long _granted;

    /// <summary>Stands on a server.</summary>
    public PostgresSeatHolds(string connectionString, HoldWorkload workload)
    {
        _source = NpgsqlDataSource.Create(connectionString);
        _workload = workload;
    }

    /// <summary>Fills the table with houses as full as they stay.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        string seats = HoldWorkload.SeatCount.ToString(CultureInfo.InvariantCulture);
        string sql = string.Create(CultureInfo.InvariantCulture, $"""
            BEGIN;
            CREATE TABLE seats (
              showtime int NOT NULL, seat smallint NOT NULL, holder bigint NOT NULL, expires_ms bigint NOT NULL
            ) WITH (fillfactor = 80, autovacuum_enabled = off);
            INSERT INTO seats SELECT t, s, 0,
              CASE WHEN random() < {HoldWorkload.HeldShare}
                THEN {HoldWorkload.StartMs} + (random() * {HoldWorkload.HoldMs})::bigint ELSE 0 END
              FROM generate_series(0, {_workload.ShowtimeCount - 1}) t, generate_series(0, {seats} - 1) s;
            ALTER TABLE seats ADD PRIMARY KEY (showtime, seat);
            COMMIT;
            """);
        await using NpgsqlCommand load = _source.CreateCommand(sql);
        await load.ExecuteNonQueryAsync(cancel);
        await using NpgsqlCommand tidy = _source.CreateCommand("VACUUM ANALYZE seats");
        await tidy.ExecuteNonQueryAsync(cancel);
        await using NpgsqlCommand flush = _source.CreateCommand("CHECKPOINT");
        await flush.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Attempts holds for so long, over all connections.</summary>
    public async Task<HoldScore> RunAsync(BenchRun run)
    {
        long first = Interlocked.Read(ref _number), granted = Interlocked.Read(ref _granted);
        var clients = new Task[ConnectionCount];
        long start = Stopwatch.GetTimestamp();
        long end = start + (long)(run.Duration.TotalSeconds * Stopwatch.Frequency);
        for (int i = 0; i < clients.Length; i++) clients[i] = Task.Run(() => RunClientAsync(end, run.Cancel));
        await Task.WhenAll(clients);
        return new HoldScore(_number - first, _granted - granted, Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Closes the connections.</summary>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private async Task RunClientAsync(long end, CancellationToken cancel)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(Hold, connection);
        var showtime = new NpgsqlParameter<int> { NpgsqlDbType = NpgsqlDbType.Integer };
        var seats = new NpgsqlParameter<short[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Smallint };
        var now = new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint };
        var holder = new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint };
        var expires = new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint };
        command.Parameters.AddRange(new NpgsqlParameter[] { showtime, seats, now, holder, expires });
        seats.TypedValue = new short[HoldWorkload.SeatsPerHold];
        await command.PrepareAsync(cancel);
        while (Stopwatch.GetTimestamp() < end)
        {
            long number = Interlocked.Increment(ref _number) - 1;
            SeatAttempt attempt = _workload[number];
            short[] wanted = seats.TypedValue;
            (wanted[0], wanted[1], wanted[2], wanted[3]) =
                ((short)attempt.A, (short)attempt.B, (short)attempt.C, (short)attempt.D);
            showtime.TypedValue = attempt.Showtime;
            now.TypedValue = _workload.NowMs(number);
            holder.TypedValue = number;
            expires.TypedValue = now.TypedValue + HoldWorkload.HoldMs;
            int rows = await command.ExecuteNonQueryAsync(cancel);
            if (rows == HoldWorkload.SeatsPerHold) Interlocked.Increment(ref _granted);
            else if (rows != 0) throw new InvalidOperationException($"{rows} seats were held instead of all or none.");
        }
    }
}
