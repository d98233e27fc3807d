namespace Catalog.Engine.Booking;

/// <summary>The checks of the numbered invariants.</summary>
public sealed partial class UserBookings
{
    /// <summary>Throws when an invariant of the type's documentation does not hold. O(bookings).</summary>
    internal void CheckInvariants()
    {
        int used = 0;
        int paying = 0;
        for (int row = 0; row < _rowEnd; row++)
        {
            ref readonly BookingRow each = ref RowAt(row);
            if (each.IsFree) continue;
            used++;
            Check(FindRow(each.ShowtimeId, each.BookingId) == row, 1);
            if (each.Status != UserBookingStatus.Paying) continue;
            paying++;
            bool isPending = _pending.TryGetValue(each.PaymentId, out PendingCharge charge);
            Check(isPending && charge.BookingId == each.BookingId, 4);
        }

        for (int user = 0; user < _userCount; user++) CheckUser(in _users[user]);
        int free = 0;
        for (int row = _freeRow; row >= 0; row = RowAt(row).Next, free++) Check(RowAt(row).IsFree, 5);
        Check(paying == _pending.Count, 4);
        Check(used == _rowCount && used + free == _rowEnd, 5);
        Check(_abandoned.Count <= _maxAbandoned, 6);
    }

    private void CheckUser(in BookingUser user)
    {
        int count = 0;
        int confirmed = 0;
        long spentCents = 0;
        int newer = -1;
        for (int row = user.Newest; row >= 0; row = RowAt(row).Older)
        {
            ref readonly BookingRow each = ref RowAt(row);
            Check(!each.IsFree && each.Newer == newer, 2);
            Check(newer < 0 || each.Position < RowAt(newer).Position, 2);
            newer = row;
            count++;
            if (each.Status != UserBookingStatus.Confirmed) continue;
            confirmed++;
            spentCents += each.Claim.AmountCents;
        }

        Check(count == user.Count, 2);
        Check(confirmed == user.ConfirmedCount && spentCents == user.SpentCents, 3);
    }

    private static void Check(bool holds, int invariant)
    {
        if (!holds) throw new InvalidOperationException($"({invariant}) does not hold.");
    }
}
