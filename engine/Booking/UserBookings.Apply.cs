using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>What each fact does to a booking.</summary>
public sealed partial class UserBookings
{
    private readonly Dictionary<ulong, PendingCharge> _pending = [];

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        switch (header.Type)
        {
            case 10: Apply(in header, SeatsHeld.Read(ref reader, header.Version)); break;
            case 11: ApplyLapse(in header, ref reader); break;
            case 12: Apply(in header, HoldReleased.Read(ref reader, header.Version)); break;
            case 13: Apply(in header, HoldExtended.Read(ref reader, header.Version)); break;
            case 14: Apply(in header, HoldRetaken.Read(ref reader, header.Version)); break;
            case 20: Apply(in header, PaymentStarted.Read(ref reader, header.Version)); break;
            case 21: Apply(in header, PaymentFailed.Read(ref reader, header.Version)); break;
            case 22: Apply(in header, BookingConfirmed.Read(ref reader, header.Version)); break;
            case 23: Apply(in header, PaymentRefunded.Read(ref reader, header.Version)); break;
            case 24: Apply(in header, BookingCancelled.Read(ref reader, header.Version)); break;
            case 42: Apply(in header, OfferMade.Read(ref reader, header.Version)); break;
            default: break;
        }
    }

    private void Apply(in EventHeader header, in SeatsHeld fact)
    {
        ref BookingRow row = ref Add(header.Partition.Key, fact.BookingId, fact.UserId, header.Position);
        row.CreatedAtMs = header.TimeMs;
        row.AtMs = fact.ExpiryMs;
        row.Claim = fact.Claim;
    }

    private void Apply(in EventHeader header, in OfferMade fact)
    {
        ref BookingRow row = ref Add(header.Partition.Key, fact.BookingId, fact.UserId, header.Position);
        row.CreatedAtMs = header.TimeMs;
        row.AtMs = fact.ExpiryMs;
        row.Claim = fact.Claim;
        row.Flags = BookingRow.WasOffered;
        SetStatus(ref row, UserBookingStatus.Offered);
    }

    private void ApplyLapse(in EventHeader header, ref MessagePackReader reader)
    {
        for (int left = HoldsLapsed.ReadCount(ref reader); left > 0; left--)
        {
            int row = FindRow(header.Partition.Key, LapsedHold.Read(ref reader).BookingId);
            if (row < 0) continue;
            End(row, UserBookingStatus.Lapsed, header.TimeMs);
        }
    }

    private void Apply(in EventHeader header, in HoldReleased fact)
    {
        int row = FindRow(header.Partition.Key, fact.BookingId);
        if (row < 0) return;
        End(row, UserBookingStatus.Released, header.TimeMs);
    }

    private void Apply(in EventHeader header, in HoldExtended fact)
    {
        int row = FindRow(header.Partition.Key, fact.BookingId);
        if (row < 0) return;
        RowAt(row).AtMs = fact.ExpiryMs;
        RowAt(row).Flags |= BookingRow.WasExtended;
    }

    private void Apply(in EventHeader header, in HoldRetaken fact)
    {
        int index = FindOrAdd(in header, fact.BookingId, fact.UserId, fact.Claim);
        ref BookingRow row = ref RowAt(index);
        SetStatus(ref row, UserBookingStatus.Held);
        row.AtMs = fact.ExpiryMs;
        row.Flags &= unchecked((byte)~(BookingRow.IsHoldGone | BookingRow.WasExtended));
    }

    private void Apply(in EventHeader header, in PaymentStarted fact)
    {
        ref BookingRow row = ref RowAt(FindOrAdd(in header, fact.BookingId, fact.UserId, fact.Claim));
        SetStatus(ref row, UserBookingStatus.Paying);
        row.PaymentId = fact.PaymentId;
        _pending[fact.PaymentId] = new PendingCharge
        {
            PaymentId = fact.PaymentId,
            ShowtimeId = header.Partition.Key,
            BookingId = fact.BookingId,
            UserId = fact.UserId,
            AmountCents = fact.Claim.AmountCents,
            StartedMs = header.TimeMs,
            Key = new IdempotencyKey(fact.KeyHigh, fact.KeyLow, fact.KeyPayload, IdempotencyPhase.Finish),
        };
    }

    private void Apply(in EventHeader header, in PaymentFailed fact)
    {
        _pending.Remove(fact.PaymentId);
        int index = FindRow(header.Partition.Key, fact.BookingId);
        if (index < 0) return;
        ref BookingRow row = ref RowAt(index);
        bool isHoldGone = row.Has(BookingRow.IsHoldGone);
        SetStatus(ref row, UserBookingStatus.Declined);
        if (isHoldGone) End(index, UserBookingStatus.Lapsed, header.TimeMs);
    }

    private void Apply(in EventHeader header, in BookingConfirmed fact)
    {
        _pending.Remove(fact.PaymentId);
        int index = FindOrAdd(in header, fact.BookingId, fact.UserId, fact.Claim);
        ref BookingRow row = ref RowAt(index);
        row.Claim = fact.Claim;
        row.PaymentId = fact.PaymentId;
        row.AtMs = header.TimeMs;
        if (fact.IsLate) row.Flags |= BookingRow.IsLate;
        SetStatus(ref row, UserBookingStatus.Confirmed);
    }

    private void Apply(in EventHeader header, in PaymentRefunded fact)
    {
        _pending.Remove(fact.PaymentId);
        int index = FindRow(header.Partition.Key, fact.BookingId);
        if (index < 0) return;
        ref BookingRow row = ref RowAt(index);
        row.AtMs = header.TimeMs;
        SetStatus(ref row, UserBookingStatus.Refunded);
    }

    private void Apply(in EventHeader header, in BookingCancelled fact)
    {
        ref BookingRow row = ref RowAt(FindOrAdd(in header, fact.BookingId, fact.UserId, fact.Claim));
        SetStatus(ref row, UserBookingStatus.Cancelled);
        row.AtMs = header.TimeMs;
        if (fact.IsByHouse) row.Flags |= BookingRow.IsByHouse;
    }

    /// <summary>
    /// The hold is over. While a payment is with the provider, that decides what becomes of the booking.
    /// </summary>
    private void End(int index, UserBookingStatus status, long timeMs)
    {
        ref BookingRow row = ref RowAt(index);
        if (row.Status == UserBookingStatus.Paying)
        {
            row.Flags |= BookingRow.IsHoldGone;
            return;
        }

        row.AtMs = timeMs;
        SetStatus(ref row, status);
        Abandon(index);
    }

    private int FindOrAdd(in EventHeader header, ulong bookingId, ulong userId, in SeatClaim claim)
    {
        int index = FindRow(header.Partition.Key, bookingId);
        if (index >= 0) return index;
        ref BookingRow row = ref Add(header.Partition.Key, bookingId, userId, header.Position);
        row.CreatedAtMs = header.TimeMs;
        row.AtMs = header.TimeMs;
        row.Claim = claim;
        return FindRow(header.Partition.Key, bookingId);
    }
}
