using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;
using Catalog.Shell.Cluster.Sql;

namespace Catalog.Shell.Booking.Sql;

/// <content>What facts of showtimes do to seats and bookings.</content>
internal sealed partial class BookingSqlTables
{
    private const string Available = "available";
    private const string Reserved = "reserved";
    private const string Booked = "booked";
    private const string Blocked = "blocked";
    private const string Expired = "expired";
    private const string Released = "released";

    private void MapShowtime(in EventHeader header, ref MessagePackReader reader, SqlBatch into)
    {
        byte version = header.Version;
        switch (header.Type)
        {
            case 1: Open(in header, ShowtimeOpened.Read(ref reader, version).Plan, into); break;
            case 10: Hold(in header, SeatsHeld.Read(ref reader, version), into); break;
            case 11: Lapse(in header, ref reader, into); break;
            case 12: Release(in header, HoldReleased.Read(ref reader, version), into); break;
            case 13: Extend(in header, HoldExtended.Read(ref reader, version), into); break;
            case 14: Retake(in header, HoldRetaken.Read(ref reader, version), into); break;
            case 20: Pay(in header, PaymentStarted.Read(ref reader, version), into); break;
            case 21:
                Of(in header, PaymentFailed.Read(ref reader, version).BookingId, into).Set("payment", "declined");
                break;
            case 22: Confirm(in header, BookingConfirmed.Read(ref reader, version), into); break;
            case 23:
                Of(in header, PaymentRefunded.Read(ref reader, version).BookingId, into)
                    .Set("refunded_at", SqlText.Time(header.TimeMs));
                break;
            case 24: Cancel(in header, BookingCancelled.Read(ref reader, version), into); break;
            case 30: SetSeats(in header, SeatsBlocked.Read(ref reader, version).Seats.Span, Blocked, into); break;
            case 31: SetSeats(in header, SeatsUnblocked.Read(ref reader, version).Seats.Span, Available, into); break;
            default: Offer(in header, OfferMade.Read(ref reader, version), into); break;
        }
    }

    private static void Open(in EventHeader header, SeatPlan plan, SqlBatch into)
    {
        for (int seat = 0; seat < plan.SeatCount; seat++)
            into.Put(BookingTables.Seats, header.Partition.Key, plan.LabelOf(seat)).Set("status", Available);
    }

    private void Hold(in EventHeader header, in SeatsHeld fact, SqlBatch into)
    {
        Put(in header, fact.BookingId, fact.UserId, fact.Claim, into)
            .Set("created_at", SqlText.Time(header.TimeMs))
            .Set("expires_at", SqlText.Time(fact.ExpiryMs));
        SetSeats(in header, fact.Claim.Seats.Span, Reserved, into);
    }

    private void Offer(in EventHeader header, in OfferMade fact, SqlBatch into)
    {
        Put(in header, fact.BookingId, fact.UserId, fact.Claim, into)
            .Set("created_at", SqlText.Time(header.TimeMs))
            .Set("expires_at", SqlText.Time(fact.ExpiryMs))
            .Set("offered", true);
        SetSeats(in header, fact.Claim.Seats.Span, Reserved, into);
    }

    private void Lapse(in EventHeader header, ref MessagePackReader reader, SqlBatch into)
    {
        for (int left = HoldsLapsed.ReadCount(ref reader); left > 0; left--)
        {
            LapsedHold lapsed = LapsedHold.Read(ref reader);
            Of(in header, lapsed.BookingId, into).Set("hold_end", Expired);
            SetSeats(in header, lapsed.Claim.Seats.Span, Available, into);
        }
    }

    private void Release(in EventHeader header, in HoldReleased fact, SqlBatch into)
    {
        Of(in header, fact.BookingId, into).Set("hold_end", Released);
        SetSeats(in header, fact.Claim.Seats.Span, Available, into);
    }

    private static void Extend(in EventHeader header, in HoldExtended fact, SqlBatch into) =>
        Of(in header, fact.BookingId, into).Set("expires_at", SqlText.Time(fact.ExpiryMs));

    private void Retake(in EventHeader header, in HoldRetaken fact, SqlBatch into)
    {
        Put(in header, fact.BookingId, fact.UserId, fact.Claim, into)
            .Set("expires_at", SqlText.Time(fact.ExpiryMs))
            .Set("retaken", true)
            .Set("hold_end", null)
            .Set("payment", null);
        SetSeats(in header, fact.Claim.Seats.Span, Reserved, into);
    }

    private void Pay(in EventHeader header, in PaymentStarted fact, SqlBatch into) =>
        Put(in header, fact.BookingId, fact.UserId, fact.Claim, into).Set("payment", "started");

    private void Confirm(in EventHeader header, in BookingConfirmed fact, SqlBatch into)
    {
        Put(in header, fact.BookingId, fact.UserId, fact.Claim, into)
            .Set("payment", "approved")
            .Set("confirmed_at", SqlText.Time(header.TimeMs))
            .Set("late", fact.IsLate);
        SetSeats(in header, fact.Claim.Seats.Span, Booked, into);
        string id = IdOf(in header, fact.BookingId);
        foreach (string seat in LabelsOf(header.Partition.Key, fact.Claim.Seats.Span))
            into.Insert(BookingTables.SoldSeats, header.Partition.Key, seat, id);
    }

    private void Cancel(in EventHeader header, in BookingCancelled fact, SqlBatch into)
    {
        Put(in header, fact.BookingId, fact.UserId, fact.Claim, into)
            .Set("cancelled_at", SqlText.Time(header.TimeMs))
            .Set("by_house", fact.IsByHouse);
        SetSeats(in header, fact.Claim.Seats.Span, Available, into);
        string id = IdOf(in header, fact.BookingId);
        foreach (string seat in LabelsOf(header.Partition.Key, fact.Claim.Seats.Span))
            into.RemoveExactly(BookingTables.SoldSeats, header.Partition.Key, seat, id);
    }

    private static string IdOf(in EventHeader header, ulong bookingId) =>
        new BookingId(header.Partition.Key, bookingId).ToString();

    private static SqlRow Of(in EventHeader header, ulong bookingId, SqlBatch into) =>
        into.Patch(BookingTables.Bookings, IdOf(in header, bookingId));

    private SqlRow Put(in EventHeader header, ulong bookingId, ulong userId, in SeatClaim claim, SqlBatch into) =>
        into.Put(BookingTables.Bookings, IdOf(in header, bookingId))
            .Set("user_id", userId)
            .Set("showtime_id", header.Partition.Key)
            .Set("seats", LabelsOf(header.Partition.Key, claim.Seats.Span))
            .Set("places", (int)claim.Places)
            .Set("area", AreaOf(header.Partition.Key, in claim))
            .Set("amount", SqlText.Amount(claim.AmountCents));

    private void SetSeats(in EventHeader header, ReadOnlySpan<ushort> seats, string status, SqlBatch into)
    {
        foreach (string seat in LabelsOf(header.Partition.Key, seats))
            into.Patch(BookingTables.Seats, header.Partition.Key, seat).Set("status", status);
    }

    /// <summary>A showtime keeps the plan it went on sale with, so the model may be ahead of the fact.</summary>
    private SeatPlan PlanOf(ulong showtimeId) =>
        catalogue.Read(showtimeId, static (all, id) => all.TryFindPlan(id, out SeatPlan? plan) ? plan : null)
            ?? throw new InvalidDataException($"The catalogue has no showtime {showtimeId}, whose seats changed.");

    private string[] LabelsOf(ulong showtimeId, ReadOnlySpan<ushort> seats)
    {
        if (seats.IsEmpty) return [];
        SeatPlan plan = PlanOf(showtimeId);
        var labels = new string[seats.Length];
        for (int i = 0; i < labels.Length; i++) labels[i] = plan.LabelOf(seats[i]);
        return labels;
    }

    private string? AreaOf(ulong showtimeId, in SeatClaim claim) =>
        claim.Places == 0 ? null : PlanOf(showtimeId).Area(claim.Area).Name;
}
