using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Booking.Payments;

namespace Catalog.Engine.Tests.Shell.Booking;

public sealed class PaymentLedgerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => Path.Combine(_folder.Path, "payments", "ledger");

    [Fact]
    public async Task The_first_outcome_stands_and_is_there_after_a_restart()
    {
        using (var ledger = new PaymentLedger(FilePath))
        {
            await ledger.SettleAsync(1, PaymentReason.None, 100, 5);
            PaymentOutcome again = await ledger.SettleAsync(1, PaymentReason.CardDeclined, 100, 6);
            Assert.Equal(PaymentStatus.Approved, again.Status);
            await ledger.SettleAsync(2, PaymentReason.InsufficientFunds, 50, 7);
            Assert.True(await ledger.RefundAsync(1, 8));
            Assert.False(await ledger.RefundAsync(2, 8));
            Assert.False(await ledger.RefundAsync(3, 8));
        }

        using var reopened = new PaymentLedger(FilePath);
        Assert.True(reopened.TryFind(1, out LedgerEntry paid));
        Assert.Equal(new LedgerEntry(new PaymentOutcome(PaymentStatus.Approved), 100, IsRefunded: true), paid);
        Assert.True(reopened.TryFind(2, out LedgerEntry refused));
        Assert.Equal(PaymentReason.InsufficientFunds, refused.Outcome.Reason);
    }

    [Fact]
    public async Task A_torn_record_is_cut_off_at_every_length()
    {
        using (var ledger = new PaymentLedger(FilePath))
        {
            await ledger.SettleAsync(1, PaymentReason.None, 100, 5);
            await ledger.SettleAsync(2, PaymentReason.None, 200, 6);
        }

        byte[] whole = File.ReadAllBytes(FilePath);
        for (int length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(FilePath, whole[..length]);
            using var ledger = new PaymentLedger(FilePath);
            Assert.Equal(length * 2 / whole.Length, ledger.Count);
            await ledger.SettleAsync(9, PaymentReason.None, 1, 1);
            Assert.True(ledger.TryFind(9, out _));
        }
    }

    [Fact]
    public async Task A_flipped_bit_is_noticed()
    {
        using (var ledger = new PaymentLedger(FilePath)) await ledger.SettleAsync(1, PaymentReason.None, 100, 5);
        byte[] whole = File.ReadAllBytes(FilePath);
        for (int bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(FilePath, flipped);
            using var ledger = new PaymentLedger(FilePath);
            Assert.Equal(0, ledger.Count);
        }
    }

    [Fact]
    public async Task Racing_settlements_agree_on_one_outcome()
    {
        using var ledger = new PaymentLedger(FilePath);
        PaymentOutcome[] all = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(async () =>
            await ledger.SettleAsync(1, (PaymentReason)(i % 3), 100, 5))));
        Assert.Single(all.Distinct());
        Assert.Equal(32, new FileInfo(FilePath).Length);
    }

    public void Dispose() => _folder.Dispose();
}
