using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Booking;

/// <summary>What must always hold of a showtime, and its fingerprint.</summary>
public sealed partial class ShowtimeState
{
    /// <summary>Throws unless every numbered invariant holds. O(seats + bookings).</summary>
    /// <exception cref="InvalidOperationException">Names the one that does not.</exception>
    public void CheckInvariants()
    {
        if (Map is null) return;
        Map.CheckInvariants();
        Waiting?.CheckInvariants();
        Gate?.CheckInvariants();
        CheckSold();
        foreach ((ulong bookingId, ulong paymentId) in PaymentOf)
        {
            if (!Payments.TryGetValue(paymentId, out PendingPayment payment) || payment.BookingId != bookingId)
                throw new InvalidOperationException($"(3) payment {paymentId} of booking {bookingId} is not known");
            if (Bookings.ContainsKey(bookingId))
                throw new InvalidOperationException($"(3) booking {bookingId} is sold and being paid");
        }

        Renewed.CheckInvariants();
        foreach ((ulong bookingId, RenewedHold renewed) in Renewed)
        {
            if (Map.Find(renewed.Token, long.MinValue, out _) == HoldStatus.Unknown)
                throw new InvalidOperationException($"(4) renewed hold of booking {bookingId} is not in the map");
        }
    }

    /// <summary>A fingerprint of everything: equal states have equal hashes. O(size of the snapshot).</summary>
    public ulong StateHash(ShowtimeMachine machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var buffer = new Core.Memory.ByteBuffer(4096);
        var writer = new Wire.MessagePackWriter(buffer);
        machine.Save(this, ref writer);
        writer.Flush();
        var hasher = new StateHasher();
        foreach (byte b in buffer.WrittenSpan) hasher.Add(b);
        return hasher.Value;
    }

    private void CheckSold()
    {
        int seats = 0;
        int places = 0;
        foreach (SoldBooking sold in Bookings.Values)
        {
            if (sold.IsCancelled) continue;
            seats += sold.Claim.Seats.Count;
            places += sold.Claim.Places;
            foreach (ushort seat in sold.Claim.Seats.Span)
            {
                if (Map!.StatusOf(seat) != SeatStatus.Sold)
                    throw new InvalidOperationException($"(2) seat {seat} is booked and not sold");
            }
        }

        if (seats != Map!.SoldCount) throw new InvalidOperationException($"(2) {seats} booked, {Map.SoldCount} sold");
        int soldPlaces = 0;
        for (int area = 0; area < Map.AreaCount; area++) soldPlaces += Map.Area(area).Sold;
        if (places != soldPlaces) throw new InvalidOperationException($"(2) {places} places booked, {soldPlaces} sold");
    }
}
