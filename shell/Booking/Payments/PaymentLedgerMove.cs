using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Cluster.Postgres;
using Npgsql;

namespace Catalog.Shell.Booking.Payments;

/// <summary>Takes what the simulated provider remembers from the data folder into PostgreSQL.</summary>
internal sealed class PaymentLedgerMove(PostgresDatabase database) : IFolderPart
{
    private const int AtOnce = 10_000;

    // One that is there was charged since, by a server that had the database for payments already.
    private const string InsertSql = """
        INSERT INTO {schema}.payment (id, reason, amount_cents, settled_at_ms, refunded_at_ms)
        SELECT * FROM unnest($1::bigint[], $2::smallint[], $3::bigint[], $4::bigint[], $5::bigint[])
        ON CONFLICT (id) DO NOTHING
        """;

    /// <inheritdoc/>
    public async Task<string> MoveAsync(string folder, NpgsqlConnection into, CancellationToken cancel)
    {
        string path = PaymentLedger.PathIn(folder);
        if (!File.Exists(path)) return "0 payments";
        using var ledger = new PaymentLedger(path);
        int count = 0;
        foreach (SettledPayment[] some in ledger.ReadAll().Chunk(AtOnce))
        {
            await using var command = new NpgsqlCommand(database.Sql(InsertSql), into);
            Add(some.Select(static each => unchecked((long)each.Id)).ToArray());
            Add(some.Select(static each => (short)each.Reason).ToArray());
            Add(some.Select(static each => each.AmountCents).ToArray());
            Add(some.Select(static each => each.SettledMs).ToArray());
            Add(some.Select(static each => each.RefundedMs).ToArray());
            await command.ExecuteNonQueryAsync(cancel);
            count += some.Length;

            void Add<T>(T[] values) => command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = values });
        }

        return $"{count:N0} payments";
    }
}
