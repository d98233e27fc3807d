using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Tests.Core.Consumers;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Booking.Payments;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Shell.Booking;

public sealed class PaymentFlowTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task An_approved_payment_sells_the_seats_and_a_repeat_gives_the_same_answer()
    {
        await using BookingHost host = await StartAsync();
        HoldResult hold = await host.HoldAsync(5, 1, 2);
        ConfirmOutcome paid = await host.ConfirmAsync(5, hold.BookingId, CardTokens.Ok, key: 1);
        Assert.True(paid.IsConfirmed);
        ConfirmOutcome again = await host.ConfirmAsync(5, hold.BookingId, CardTokens.Ok, key: 1);
        Assert.Equal((ReplyStatus.Repeated, paid.Result), (again.Status, again.Result));
        Assert.Equal(1, host.Ledger.Count);
        Assert.True(host.Ledger.TryFind(paid.Result.PaymentId, out LedgerEntry entry));
        Assert.Equal((PaymentStatus.Approved, 2400L), (entry.Outcome.Status, entry.AmountCents));
        Assert.Equal(UserBookingStatus.Confirmed, (await host.FindAsync(hold.BookingId)).Status);
    }

    [Theory]
    [InlineData(CardTokens.Declined, PaymentReason.CardDeclined)]
    [InlineData(CardTokens.InsufficientFunds, PaymentReason.InsufficientFunds)]
    [InlineData("tok_made_up", PaymentReason.UnknownCard)]
    public async Task A_declined_payment_leaves_the_hold_for_another_card(string card, PaymentReason reason)
    {
        await using BookingHost host = await StartAsync();
        HoldResult hold = await host.HoldAsync(5, 1);
        ConfirmOutcome declined = await host.ConfirmAsync(5, hold.BookingId, card, key: 1);
        Assert.Equal((BookingCode.PaymentDeclined, reason), (declined.Result.Code, declined.Reason));
        Assert.Equal(UserBookingStatus.Declined, (await host.FindAsync(hold.BookingId)).Status);
        Assert.True((await host.ConfirmAsync(5, hold.BookingId, CardTokens.Ok, key: 2)).IsConfirmed);
    }

    [Fact]
    public async Task A_slow_card_pays_after_two_seconds_and_once()
    {
        var clock = new FakeTime();
        using var ledger = new PaymentLedger(Path.Combine(_folder.Path, "ledger"));
        var provider = new SimulatedPaymentProvider(ledger, clock);
        var request = new PaymentRequest(7, 900, CardTokens.Slow);
        Task<PaymentOutcome> charge = provider.ChargeAsync(request, CancellationToken.None).AsTask();
        clock.Advance(1_999);
        Assert.False(charge.IsCompleted || ledger.TryFind(7, out _), "It takes its time.");
        clock.Advance(1);
        Assert.Equal(PaymentStatus.Approved, (await charge).Status);
        Assert.True(ledger.TryFind(7, out LedgerEntry entry));
        Assert.Equal(900, entry.AmountCents);
    }

    [Fact]
    public async Task A_slow_card_that_is_given_up_charges_nothing()
    {
        using var ledger = new PaymentLedger(Path.Combine(_folder.Path, "ledger"));
        var provider = new SimulatedPaymentProvider(ledger, new FakeTime());
        using var gone = new CancellationTokenSource();
        Task<PaymentOutcome> charge =
            provider.ChargeAsync(new PaymentRequest(7, 900, CardTokens.Slow), gone.Token).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => charge);
        Assert.Equal(PaymentReason.Closed, (await provider.CloseAsync(7, CancellationToken.None)).Reason);
    }

    [Fact]
    public async Task Racing_repeats_join_one_payment()
    {
        await using BookingHost host = await StartAsync();
        HoldResult hold = await host.HoldAsync(5, 1);
        ConfirmOutcome[] all = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => host.ConfirmAsync(5, hold.BookingId, CardTokens.Ok, key: 1)));
        Assert.All(all, outcome => Assert.True(outcome.IsConfirmed));
        Assert.Single(all.Select(outcome => outcome.Result.PaymentId).Distinct());
        Assert.Equal(1, host.Ledger.Count);
    }

    [Fact]
    public async Task Racing_payments_of_one_booking_with_two_keys_charge_once()
    {
        await using BookingHost host = await StartAsync();
        HoldResult hold = await host.HoldAsync(5, 1);
        ConfirmOutcome[] all = await Task.WhenAll(
            Enumerable.Range(1, 8).Select(key => host.ConfirmAsync(5, hold.BookingId, CardTokens.Ok, (ulong)key)));
        Assert.Single(all, outcome => outcome.IsConfirmed);
        Assert.All(all, outcome => Assert.True(outcome.IsConfirmed
            || outcome.Result.Code is BookingCode.PaymentRunning or BookingCode.AlreadyConfirmed));
        Assert.Equal(1, host.Ledger.Count);
    }

    [Fact]
    public async Task A_payment_without_answer_stays_pending_and_is_ended_later()
    {
        await using BookingHost host = await StartAsync();
        HoldResult hold = await host.HoldAsync(5, 1);
        ConfirmOutcome open = await host.ConfirmAsync(5, hold.BookingId, CardTokens.Timeout, key: 1);
        Assert.True(open.IsPending);
        Assert.False(open.IsConfirmed);
        Assert.Equal(UserBookingStatus.Paying, (await host.FindAsync(hold.BookingId)).Status);
        ConfirmOutcome running = await host.ConfirmAsync(5, hold.BookingId, CardTokens.Timeout, key: 1);
        Assert.Equal(ReplyStatus.KeyRunning, running.Status);
        Assert.Equal(1, await host.Service<PaymentCompleter>().CompleteAsync(default));
        Assert.Equal(UserBookingStatus.Confirmed, (await host.FindAsync(hold.BookingId)).Status);
        ConfirmOutcome told = await host.ConfirmAsync(5, hold.BookingId, CardTokens.Timeout, key: 1);
        Assert.True(told.IsConfirmed);
        Assert.Equal(1, host.Ledger.Count);
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_taken_again_when_its_seats_are_free()
    {
        await using BookingHost host = await StartAsync();
        HoldResult mine = await host.HoldAsync(5, 1);
        HoldResult lost = await host.HoldAsync(5, 2);
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await host.HoldAsync(6, 2);
        Assert.True((await host.ConfirmAsync(5, mine.BookingId, CardTokens.Ok, key: 1)).IsConfirmed);
        ConfirmOutcome gone = await host.ConfirmAsync(5, lost.BookingId, CardTokens.Ok, key: 2);
        Assert.Equal(BookingCode.HoldLapsed, gone.Result.Code);
        Assert.Equal(1, host.Ledger.Count);
    }

    [Fact]
    public async Task Nobody_pays_for_a_lapsed_hold_of_somebody_else()
    {
        await using BookingHost host = await StartAsync();
        HoldResult hold = await host.HoldAsync(5, 1);
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        ConfirmOutcome refused = await host.ConfirmAsync(6, hold.BookingId, CardTokens.Ok, key: 1);
        Assert.Equal(BookingCode.UnknownBooking, refused.Result.Code);
        Assert.Equal(0, host.Ledger.Count);
    }

    [Fact]
    public async Task A_cancelled_booking_is_refunded_once()
    {
        await using BookingHost host = await StartAsync();
        HoldResult hold = await host.HoldAsync(5, 1);
        ConfirmOutcome paid = await host.ConfirmAsync(5, hold.BookingId, CardTokens.Ok, key: 1);
        await host.Booking.CancelAsync(BookingHost.Showtime, 5, hold.BookingId);
        await host.SettleAsync();
        Assert.True(host.Ledger.TryFind(paid.Result.PaymentId, out LedgerEntry entry));
        Assert.True(entry.IsRefunded);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_crash_between_start_and_finish_is_healed_at_the_next_start(bool isCharged)
    {
        var clock = new ManualClock();
        var habit = new HangingProvider.Habit(isCharged);
        string image;
        ulong bookingId;
        await using (BookingHost first = await BookingHost.StartAsync(_folder.Path, clock, services => services
            .AddSingleton(habit).AddSingleton<IPaymentProvider, HangingProvider>()))
        {
            await first.OpenAsync();
            bookingId = (await first.HoldAsync(5, 1)).BookingId;
            _ = first.ConfirmAsync(5, bookingId, CardTokens.Ok, key: 1);
            await habit.IsAsked.Task;
            image = CrashImage.Take(_folder.Path);
        }

        try
        {
            await HealAsync(image, clock, bookingId, isCharged);
        }
        finally
        {
            Directory.Delete(image, recursive: true);
        }

        // The same after a clean stop in the middle.
        await HealAsync(_folder.Path, clock, bookingId, isCharged);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task HealAsync(string folder, ManualClock clock, ulong bookingId, bool isCharged)
    {
        clock.Advance(TimeSpan.FromSeconds(1));
        await using BookingHost healed = await BookingHost.StartAsync(folder, clock);
        UserBooking booking = await healed.FindAsync(bookingId);
        Assert.Equal(isCharged ? UserBookingStatus.Confirmed : UserBookingStatus.Declined, booking.Status);
        Assert.Equal(0, healed.Bookings.Read(static all => all.PendingCount));
        ConfirmOutcome told = await healed.ConfirmAsync(5, bookingId, CardTokens.Ok, key: 1);
        Assert.Equal(ReplyStatus.Repeated, told.Status);
        Assert.Equal(isCharged, told.IsConfirmed);
        Assert.True(healed.Ledger.TryFind(booking.PaymentId, out LedgerEntry entry));
        Assert.Equal(isCharged ? PaymentReason.None : PaymentReason.Closed, entry.Outcome.Reason);
    }

    private async Task<BookingHost> StartAsync()
    {
        BookingHost host = await BookingHost.StartAsync(_folder.Path);
        await host.OpenAsync();
        return host;
    }
}
