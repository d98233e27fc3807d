using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Cluster.Postgres;

namespace Catalog.Engine.Tests.Cluster.Postgres;

public sealed class PostgresPaymentLedgerTests(PostgresWorld world) : IClassFixture<PostgresWorld>
{
    [Fact]
    public async Task TheFirstOutcomeStandsOnEveryNodeAndAfterACrash()
    {
        await world.StartAgainAsync();
        PostgresOptions options = world.NewOptions();
        await using PostgresDatabase one = world.NewDatabase(options);
        await using PostgresDatabase other = world.NewDatabase(options);
        var ledger = new PostgresPaymentLedger(one);
        PaymentOutcome paid = await ledger.SettleAsync(ulong.MaxValue, PaymentReason.None, 100, 5);
        Assert.Equal(PaymentStatus.Approved, paid.Status);
        await ledger.SettleAsync(2, PaymentReason.InsufficientFunds, 50, 7);
        await world.StopImmediatelyAsync();
        await Assert.ThrowsAnyAsync<IOException>(async () => await ledger.SettleAsync(9, PaymentReason.None, 1, 1));
        await world.StartAgainAsync();
        var second = new PostgresPaymentLedger(other);
        Assert.Equal(paid, await second.SettleAsync(ulong.MaxValue, PaymentReason.Closed, 0, 9));
        Assert.Equal(PaymentReason.InsufficientFunds, (await second.SettleAsync(2, PaymentReason.None, 1, 1)).Reason);
        Assert.True(await second.RefundAsync(ulong.MaxValue, 8));
        Assert.True(await ledger.RefundAsync(ulong.MaxValue, 9));
        Assert.False(await ledger.RefundAsync(2, 8));
        Assert.False(await ledger.RefundAsync(3, 8));
        string refunded = $"SELECT refunded_at_ms FROM {options.Schema}.payment WHERE id = -1";
        Assert.Equal(8L, await world.ScalarAsync<long>(refunded));
    }

    [Fact]
    public async Task RacingSettlementsAgreeOnOneOutcome()
    {
        await world.StartAgainAsync();
        await using PostgresDatabase database = world.NewDatabase();
        var ledger = new PostgresPaymentLedger(database);
        PaymentOutcome[] all = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(async () =>
            await ledger.SettleAsync(1, (PaymentReason)(i % 3), 100, 5))));
        Assert.Single(all.Distinct());
    }
}
