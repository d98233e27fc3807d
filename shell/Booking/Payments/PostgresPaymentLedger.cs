using Catalog.Shell.Cluster.Postgres;
using Npgsql;

namespace Catalog.Shell.Booking.Payments;

/// <summary>
/// The simulated provider's memory where several nodes charge: a table, so that whichever node asks what became of a
/// payment is told what another one charged. Thread-safe.
/// </summary>
internal sealed class PostgresPaymentLedger(PostgresDatabase database) : IPaymentLedger
{
    /// <summary>Whatever was done by an attempt whose answer was lost, doing it again changes nothing.</summary>
    private const int MaxAttempts = 2;

    // Written even when it is there, as it is: the row is locked then, and read as it was committed.
    private const string SettleSql = """
        INSERT INTO {schema}.payment AS known (id, reason, amount_cents, settled_at_ms) VALUES ($1, $2, $3, $4)
        ON CONFLICT (id) DO UPDATE SET id = known.id
        RETURNING reason
        """;

    private const string RefundSql = """
        UPDATE {schema}.payment SET refunded_at_ms = coalesce(refunded_at_ms, $2)
        WHERE id = $1 AND reason = 0
        RETURNING 1
        """;

    /// <inheritdoc/>
    public async ValueTask<PaymentOutcome> SettleAsync(
        ulong paymentId, PaymentReason reason, long amountCents, long timeMs)
    {
        object? known = await ScalarAsync(SettleSql, unchecked((long)paymentId), (short)reason, amountCents, timeMs);
        return PaymentLedger.OutcomeOf((PaymentReason)(short)known!);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RefundAsync(ulong paymentId, long timeMs) =>
        await ScalarAsync(RefundSql, unchecked((long)paymentId), timeMs) is not null;

    private async Task<object?> ScalarAsync(string sql, params object[] values)
    {
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                await using NpgsqlCommand command = database.Pool.CreateCommand(database.Sql(sql));
                foreach (object value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
                return await command.ExecuteScalarAsync();
            }
            catch (NpgsqlException failure) when (attempt < MaxAttempts && PostgresFailures.IsPassing(failure))
            {
                // Connections to a server that was restarted since look well until they are used.
                database.Pool.Clear();
            }
            catch (NpgsqlException failure)
            {
                throw new IOException($"PostgreSQL does not keep the payment: {failure.Message}", failure);
            }
        }
    }
}
