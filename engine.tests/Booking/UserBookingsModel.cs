using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

/// <summary>
/// A list of bookings, as plain as can be, beside a real <see cref="UserBookings"/>: they must always agree.
/// </summary>
internal sealed class UserBookingsModel
{
    private readonly List<Entry> _all = [];
    private readonly Dictionary<ulong, ulong> _pending = [];
    private int _seen;

    public UserBookings Real { get; private set; } = new();

    public IEnumerable<(ulong Showtime, ulong Booking)> Keys => _all.Select(e => (e.Showtime, e.Booking));

    public IEnumerable<(ulong Payment, ulong Showtime)> Pending => _pending.Select(p => (p.Key, p.Value));

    public int OfferCount { get; private set; }

    public void Follow(ShowtimeWorld world)
    {
        for (; _seen < world.Facts.Count; _seen++)
        {
            (EventHeader header, byte[] payload) = world.Facts[_seen];
            if (Real.Wants(in header)) Real.Apply(in header, payload);
            Apply(header, new EventEnvelope(header, payload));
            Real.CheckInvariants();
        }
    }

    public void SaveAndLoad()
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        Real.Save(ref writer);
        writer.Flush();
        Real = new UserBookings();
        var reader = new MessagePackReader(buffer.WrittenSpan);
        Real.Load(ref reader);
        Assert.True(reader.End);
        Real.CheckInvariants();
    }

    public void AssertSame(IEnumerable<ulong> users, int pageSize)
    {
        Assert.Equal(_all.Count, Real.Count);
        Assert.Equal(_pending.Keys.Order(), Real.ListPending().Select(p => p.PaymentId).Order());
        foreach (ulong user in users)
        {
            Entry[] expected = [.. _all.Where(e => e.User == user).Reverse()];
            UserBooking[] found = [.. ReadPages(user, pageSize)];
            Assert.Equal(expected.Select(e => e.Text), found.Select(TextOf));
            Entry[] paid = [.. expected.Where(e => e.Status == UserBookingStatus.Confirmed)];
            var totals = new UserBookingTotals(expected.Length, paid.Length, paid.Sum(e => e.Claim.AmountCents));
            Assert.Equal(totals, Real.TotalsOf(user));
        }

        foreach (Entry entry in _all)
        {
            Assert.True(Real.TryFind(entry.Showtime, entry.Booking, out UserBooking found));
            Assert.Equal(entry.Text, TextOf(found));
        }
    }

    private IEnumerable<UserBooking> ReadPages(ulong user, int pageSize)
    {
        var page = new UserBooking[pageSize];
        BookingCursor cursor = BookingCursor.Start;
        while (!cursor.IsEnd)
        {
            // The hint is left out now and then: it may only save work.
            BookingCursor from = cursor.Position % 2 == 0 ? cursor : cursor with { Row = -1 };
            int count = Real.CopyPage(user, from, page, out cursor);
            for (int i = 0; i < count; i++) yield return page[i];
        }
    }

    private void Apply(EventHeader header, EventEnvelope fact)
    {
        ulong showtime = header.Partition.Key;
        switch (header.Type)
        {
            case 10:
                SeatsHeld held = fact.Read<SeatsHeld>();
                _all.Add(new Entry(showtime, held.BookingId, held.UserId, held.Claim)
                {
                    Token = held.Token, Status = UserBookingStatus.Held, AtMs = held.ExpiryMs,
                });
                break;
            case 11:
                foreach (LapsedHold lapsed in fact.Read<HoldsLapsed>().Holds!)
                {
                    Entry over = _all.Single(e => e.Showtime == showtime && e.Token == lapsed.Token);
                    EndHold(over, header, UserBookingStatus.Lapsed);
                }

                break;
            case 12:
                EndHold(Find(showtime, fact.Read<HoldReleased>().BookingId), header, UserBookingStatus.Released);
                break;
            case 13:
                HoldExtended extended = fact.Read<HoldExtended>();
                Entry longer = Find(showtime, extended.BookingId);
                (longer.Token, longer.AtMs, longer.WasExtended) = (extended.Token, extended.ExpiryMs, true);
                break;
            case 14:
                HoldRetaken retaken = fact.Read<HoldRetaken>();
                Entry again = Find(showtime, retaken.BookingId);
                (again.Token, again.AtMs, again.Status) = (retaken.Token, retaken.ExpiryMs, UserBookingStatus.Held);
                (again.IsHoldGone, again.WasExtended) = (false, false);
                break;
            case 42:
                OfferMade offer = fact.Read<OfferMade>();
                OfferCount++;
                _all.Add(new Entry(showtime, offer.BookingId, offer.UserId, offer.Claim)
                {
                    Token = offer.Token, Status = UserBookingStatus.Offered, AtMs = offer.ExpiryMs,
                });
                break;
            default:
                ApplyPayment(header, fact);
                break;
        }
    }

    private void ApplyPayment(EventHeader header, EventEnvelope fact)
    {
        ulong showtime = header.Partition.Key;
        switch (header.Type)
        {
            case 20:
                PaymentStarted started = fact.Read<PaymentStarted>();
                Entry paying = Find(showtime, started.BookingId);
                (paying.Payment, paying.Status) = (started.PaymentId, UserBookingStatus.Paying);
                _pending.Add(started.PaymentId, showtime);
                break;
            case 21:
                PaymentFailed failed = fact.Read<PaymentFailed>();
                _pending.Remove(failed.PaymentId);
                Entry unpaid = Find(showtime, failed.BookingId);
                unpaid.Status = UserBookingStatus.Declined;
                if (unpaid.IsHoldGone) (unpaid.Status, unpaid.AtMs) = (UserBookingStatus.Lapsed, header.TimeMs);
                break;
            case 22:
                BookingConfirmed confirmed = fact.Read<BookingConfirmed>();
                _pending.Remove(confirmed.PaymentId);
                Entry paid = Find(showtime, confirmed.BookingId);
                (paid.Status, paid.AtMs, paid.IsLate) = (UserBookingStatus.Confirmed, header.TimeMs, confirmed.IsLate);
                break;
            case 23:
                PaymentRefunded refunded = fact.Read<PaymentRefunded>();
                _pending.Remove(refunded.PaymentId);
                Entry back = Find(showtime, refunded.BookingId);
                (back.Status, back.AtMs) = (UserBookingStatus.Refunded, header.TimeMs);
                break;
            case 24:
                Entry off = Find(showtime, fact.Read<BookingCancelled>().BookingId);
                (off.Status, off.AtMs) = (UserBookingStatus.Cancelled, header.TimeMs);
                break;
        }
    }

    private Entry Find(ulong showtime, ulong booking) =>
        _all.Single(e => e.Showtime == showtime && e.Booking == booking);

    private static void EndHold(Entry entry, EventHeader header, UserBookingStatus status)
    {
        if (entry.Status == UserBookingStatus.Paying) entry.IsHoldGone = true;
        else (entry.Status, entry.AtMs) = (status, header.TimeMs);
    }

    private static string TextOf(UserBooking b) => new Entry(b.ShowtimeId, b.BookingId, b.UserId, b.Claim)
    {
        Status = b.Status, AtMs = b.AtMs, Payment = b.PaymentId, IsLate = b.IsLate, WasExtended = b.WasExtended,
    }.Text;

    private sealed record Entry(ulong Showtime, ulong Booking, ulong User, SeatClaim Claim)
    {
        public HoldToken Token { get; set; }

        public UserBookingStatus Status { get; set; }

        public long AtMs { get; set; }

        public ulong Payment { get; set; }

        public bool IsLate { get; set; }

        public bool IsHoldGone { get; set; }

        public bool WasExtended { get; set; }

        public string Text => $"{Showtime}/{Booking} of {User}: {Claim} {Status} at {AtMs}, paid by {Payment}, "
            + $"late {IsLate}, extended {WasExtended}";
    }
}
