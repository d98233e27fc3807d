using System.Runtime.CompilerServices;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

public sealed class UserBookingsTests
{
    private readonly ShowtimeWorld _world = new(showtimes: 2);
    private int _seen;

    [Fact]
    public void ARowIsSmall() => Assert.True(Unsafe.SizeOf<BookingRow>() <= 104, $"{Unsafe.SizeOf<BookingRow>()} B");

    [Fact]
    public void AHoldPastItsTimeIsOverBeforeThatIsAnnounced()
    {
        var bookings = new UserBookings();
        HoldResult hold = _world.Hold(1, 5, 3);
        Follow(bookings);
        Assert.True(bookings.TryFind(1, hold.BookingId, out UserBooking booking));
        Assert.Equal(UserBookingStatus.Held, booking.StatusAt(hold.ExpiryMs - 1));
        Assert.Equal(UserBookingStatus.Lapsed, booking.StatusAt(hold.ExpiryMs));
        Assert.Equal(hold.ExpiryMs, booking.ExpiryMs);
    }

    [Fact]
    public void APendingPaymentKeepsTheKeyItWasStartedWith()
    {
        var bookings = new UserBookings();
        HoldResult hold = _world.Hold(2, 5, 3);
        var key = new IdempotencyKey(1, 2, 3, IdempotencyPhase.Start);
        _world.Send<StartPayment, PaymentResult>(
            2, new StartPayment(_world.NowMs, 5, hold.BookingId, default, 77, default, key));
        Follow(bookings);
        PendingCharge charge = Assert.Single(bookings.ListPending());
        Assert.Equal(key with { Phase = IdempotencyPhase.Finish }, charge.Key);
        Assert.Equal((77UL, 2UL, 5UL, 500L), (charge.PaymentId, charge.ShowtimeId, charge.UserId, charge.AmountCents));
        Assert.True(bookings.TryFindPending(2, hold.BookingId, out PendingCharge same));
        Assert.Equal(charge, same);
    }

    [Fact]
    public void WhatCameToNothingIsForgottenOldestFirstAndWhatWasPaidIsKept()
    {
        const int Kept = 3;
        var bookings = new UserBookings(Kept);
        HoldResult paid = _world.Hold(1, 5, 9);
        _world.Send<StartPayment, PaymentResult>(1, new StartPayment(_world.NowMs, 5, paid.BookingId, default, 1));
        _world.Send<FinishPayment, PaymentResult>(1, new FinishPayment(_world.NowMs, 1, true));
        var ids = new List<ulong>();
        for (int i = 0; i < 10; i++)
        {
            ulong id = _world.Hold(1, 5, 0).BookingId;
            ids.Add(id);
            _world.Send<ReleaseHold, BookingResult>(1, new ReleaseHold(_world.NowMs, 5, id, default));
        }

        Follow(bookings);
        Assert.Equal(Kept + 1, bookings.Count);
        Assert.True(bookings.TryFind(1, paid.BookingId, out _));
        Assert.Equal(ids.TakeLast(Kept), ids.Where(id => bookings.TryFind(1, id, out _)));
        Assert.Equal(new UserBookingTotals(Kept + 1, 1, 500), bookings.TotalsOf(5));
    }

    [Fact]
    public void ReadingAllocatesNothing()
    {
        var bookings = new UserBookings();
        HoldResult hold = _world.Hold(1, 5, 3);
        _world.Hold(2, 5, 3);
        Follow(bookings);
        var page = new UserBooking[1];
        AllocationGate.AssertNone(() =>
        {
            bookings.TryFind(1, hold.BookingId, out _);
            bookings.CopyPage(5, BookingCursor.Start, page, out BookingCursor next);
            bookings.CopyPage(5, next, page, out _);
        });
    }

    [Fact]
    public void DamagedBytesAreRefused()
    {
        var bookings = new UserBookings();
        _world.Hold(1, 5, 3);
        Follow(bookings);
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        bookings.Save(ref writer);
        writer.Flush();
        byte[] cut = buffer.WrittenSpan[..^2].ToArray();
        Assert.Throws<MessagePackFormatException>(() =>
        {
            var reader = new MessagePackReader(cut);
            new UserBookings().Load(ref reader);
        });
    }

    private void Follow(UserBookings bookings)
    {
        for (; _seen < _world.Facts.Count; _seen++)
        {
            (EventHeader header, byte[] payload) = _world.Facts[_seen];
            if (bookings.Wants(in header)) bookings.Apply(in header, payload);
        }

        bookings.CheckInvariants();
    }
}
