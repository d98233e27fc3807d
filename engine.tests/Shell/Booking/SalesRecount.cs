using System.Runtime.InteropServices;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Shell.Booking.Insight;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>Sales figures counted fact by fact, as plainly as can be.</summary>
internal sealed class SalesRecount
{
    private readonly Dictionary<ulong, Showtime> _showtimes = [];

    public SalesFigures Total { get; private set; }

    public Dictionary<ulong, SalesFigures> ByDay { get; } = [];

    public Dictionary<ulong, SalesFigures> ByMovie { get; } = [];

    public Dictionary<ulong, SalesFigures> ByTheater { get; } = [];

    public void Count(EventEnvelope fact)
    {
        EventHeader header = fact.Header;
        if (header.Partition.System == CatalogueMachine.Id && header.Type == ShowtimeSaved.TypeId)
        {
            Showtime saved = fact.Read<ShowtimeSaved>().Showtime;
            _showtimes[saved.Id] = saved;
        }

        if (header.Partition.System != ShowtimeMachine.Id) return;
        if (header.Type == SeatsHeld.TypeId || header.Type == OfferMade.TypeId)
            Add(header, new SalesFigures { Reservations = 1 });
        if (header.Type == HoldsLapsed.TypeId)
            Add(header, new SalesFigures { Lapses = fact.Read<HoldsLapsed>().Holds!.Count });
        if (header.Type == BookingConfirmed.TypeId)
        {
            SeatClaim claim = fact.Read<BookingConfirmed>().Claim;
            int seats = claim.Seats.Count + claim.Places;
            Add(header, new SalesFigures { Bookings = 1, Seats = seats, GrossCents = claim.AmountCents });
        }

        if (header.Type == BookingCancelled.TypeId)
        {
            long cents = fact.Read<BookingCancelled>().Claim.AmountCents;
            Add(header, new SalesFigures { Cancellations = 1, RefundedCents = cents });
        }
    }

    private void Add(EventHeader header, SalesFigures figures)
    {
        Showtime showtime = _showtimes[header.Partition.Key];
        Total += figures;
        TimeSpan since1970 = DateTimeOffset.FromUnixTimeMilliseconds(header.TimeMs) - DateTimeOffset.UnixEpoch;
        Add(ByDay, (ulong)since1970.Days, figures);
        Add(ByMovie, showtime.MovieId, figures);
        Add(ByTheater, showtime.TheaterId, figures);
    }

    private static void Add(Dictionary<ulong, SalesFigures> table, ulong key, SalesFigures figures) =>
        CollectionsMarshal.GetValueRefOrAddDefault(table, key, out _) += figures;
}
