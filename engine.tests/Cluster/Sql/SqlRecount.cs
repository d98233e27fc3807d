using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Storage.Journal;
using Catalog.Shell.Booking;

namespace Catalog.Engine.Tests.Cluster.Sql;

/// <summary>What booking's tables are to hold, counted fact by fact, as plainly as can be.</summary>
internal sealed class SqlRecount
{
    private readonly Dictionary<ulong, SeatPlan> _plans = [];

    /// <summary>Status, user, amount and seats by booking.</summary>
    public SortedDictionary<string, string> Bookings { get; } = new(StringComparer.Ordinal);

    /// <summary>Status by showtime and seat.</summary>
    public SortedDictionary<string, string> Seats { get; } = new(StringComparer.Ordinal);

    /// <summary>Booking by showtime and seat.</summary>
    public SortedDictionary<string, string> Sold { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts a journal from its beginning.</summary>
    public static SqlRecount Of(IJournal journal)
    {
        var recount = new SqlRecount();
        using JournalReader reader = journal.OpenReader(0);
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            if (header.Partition.System == ShowtimeMachine.Id)
                recount.Count(new EventEnvelope(header, payload.ToArray()));
        }

        return recount;
    }

    private void Count(EventEnvelope fact)
    {
        ulong show = fact.Header.Partition.Key;
        switch (fact.Header.Type)
        {
            case 1: Open(show, fact.Read<ShowtimeOpened>().Plan); break;
            case 10: Begin(show, fact.Read<SeatsHeld>()); break;
            case 42: Begin(show, fact.Read<OfferMade>()); break;
            case 11:
                foreach (LapsedHold lapsed in fact.Read<HoldsLapsed>().Holds!)
                    End(show, lapsed.BookingId, lapsed.Claim, "expired");
                break;
            case 12: End(show, fact.Read<HoldReleased>().BookingId, fact.Read<HoldReleased>().Claim, "released"); break;
            case 14: Set(show, fact.Read<HoldRetaken>().BookingId, "reserved", fact.Read<HoldRetaken>().Claim); break;
            case 20: SetStatus(show, fact.Read<PaymentStarted>().BookingId, "paying"); break;
            case 21: SetStatus(show, fact.Read<PaymentFailed>().BookingId, "declined"); break;
            case 22: Sell(show, fact.Read<BookingConfirmed>()); break;
            case 23: SetStatus(show, fact.Read<PaymentRefunded>().BookingId, "refunded"); break;
            case 24: Return(show, fact.Read<BookingCancelled>()); break;
            default: break;
        }
    }

    private void Open(ulong show, SeatPlan plan)
    {
        _plans[show] = plan;
        for (int seat = 0; seat < plan.SeatCount; seat++) Seats[$"{show}/{plan.LabelOf(seat)}"] = "available";
    }

    private void Begin(ulong show, SeatsHeld fact)
    {
        Bookings[Id(show, fact.BookingId)] = Row("reserved", fact.UserId, show, fact.Claim);
        Mark(show, fact.Claim, "reserved");
    }

    private void Begin(ulong show, OfferMade fact)
    {
        Bookings[Id(show, fact.BookingId)] = Row("offered", fact.UserId, show, fact.Claim);
        Mark(show, fact.Claim, "reserved");
    }

    private void End(ulong show, ulong booking, SeatClaim claim, string status)
    {
        SetStatus(show, booking, status);
        Mark(show, claim, "available");
    }

    private void Set(ulong show, ulong booking, string status, SeatClaim claim)
    {
        SetStatus(show, booking, status);
        Mark(show, claim, "reserved");
    }

    private void Sell(ulong show, BookingConfirmed fact)
    {
        Bookings[Id(show, fact.BookingId)] = Row("confirmed", fact.UserId, show, fact.Claim);
        Mark(show, fact.Claim, "booked");
        foreach (string seat in Labels(show, fact.Claim)) Sold.Add($"{show}/{seat}", Id(show, fact.BookingId));
    }

    private void Return(ulong show, BookingCancelled fact)
    {
        SetStatus(show, fact.BookingId, "cancelled");
        Mark(show, fact.Claim, "available");
        foreach (string seat in Labels(show, fact.Claim)) Assert.True(Sold.Remove($"{show}/{seat}"));
    }

    private void SetStatus(ulong show, ulong booking, string status)
    {
        string row = Bookings[Id(show, booking)];
        Bookings[Id(show, booking)] = status + row[row.IndexOf(' ', StringComparison.Ordinal)..];
    }

    private void Mark(ulong show, SeatClaim claim, string status)
    {
        foreach (string seat in Labels(show, claim)) Seats[$"{show}/{seat}"] = status;
    }

    private string Row(string status, ulong user, ulong show, SeatClaim claim) =>
        FormattableString.Invariant($"{status} {user} {claim.AmountCents / 100m:F2} ")
            + string.Join(',', Labels(show, claim));

    private string[] Labels(ulong show, SeatClaim claim) =>
        [.. claim.Seats.Span.ToArray().Select(seat => _plans[show].LabelOf(seat))];

    private static string Id(ulong show, ulong booking) => new BookingId(show, booking).ToString();
}
