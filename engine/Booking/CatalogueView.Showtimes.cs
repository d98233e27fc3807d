using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <content>How the seats of showtimes stand: what the facts of showtimes change.</content>
public sealed partial class CatalogueView
{
    /// <summary>The wire id of the system whose partitions are showtimes, each under its showtime's id.</summary>
    private const byte ShowtimeSystem = 10;

    private static bool WantsOfShowtime(ushort type) =>
        type is 1 or (>= 10 and <= 12) or 14 or 22 or 24 or (>= 30 and <= 33) or 42;

    private void ApplyOfShowtime(in EventHeader header, ref MessagePackReader reader)
    {
        ulong id = header.Partition.Key;
        byte version = header.Version;
        switch (header.Type)
        {
            case 1: ApplyOpened(id, ShowtimeOpened.Read(ref reader, version).Plan); break;
            case 10: ApplyClaim(id, SeatChange.Held, SeatsHeld.Read(ref reader, version).Claim); break;
            case 11: ApplyLapse(id, ref reader); break;
            case 12: ApplyClaim(id, SeatChange.Released, HoldReleased.Read(ref reader, version).Claim); break;
            case 14: ApplyClaim(id, SeatChange.Held, HoldRetaken.Read(ref reader, version).Claim); break;
            case 22: ApplySale(id, BookingConfirmed.Read(ref reader, version)); break;
            case 24: ApplyClaim(id, SeatChange.Returned, BookingCancelled.Read(ref reader, version).Claim); break;
            case 30: ApplySeats(id, SeatChange.Blocked, SeatsBlocked.Read(ref reader, version).Seats.Span); break;
            case 31: ApplySeats(id, SeatChange.Unblocked, SeatsUnblocked.Read(ref reader, version).Seats.Span); break;
            case 32: ApplyPlaces(id, PlacesBlocked.Read(ref reader, version)); break;
            case 33: ApplyPlaces(id, PlacesUnblocked.Read(ref reader, version)); break;
            case 42: ApplyClaim(id, SeatChange.Held, OfferMade.Read(ref reader, version).Claim); break;
            default: throw new MessagePackFormatException($"Showtimes have no fact {header.Type} about seats.");
        }
    }

    private void ApplyLapse(ulong showtimeId, ref MessagePackReader reader)
    {
        for (int left = HoldsLapsed.ReadCount(ref reader); left > 0; left--)
            ApplyClaim(showtimeId, SeatChange.Released, LapsedHold.Read(ref reader).Claim);
    }

    private void ApplySale(ulong showtimeId, in BookingConfirmed fact) =>
        ApplyClaim(showtimeId, fact.IsLate ? SeatChange.SoldDirectly : SeatChange.Sold, fact.Claim);

    private void ApplyPlaces(ulong showtimeId, in PlacesBlocked fact) =>
        ApplySeats(showtimeId, SeatChange.Blocked, [], fact.Area, fact.Places);

    private void ApplyPlaces(ulong showtimeId, in PlacesUnblocked fact) =>
        ApplySeats(showtimeId, SeatChange.Unblocked, [], fact.Area, fact.Places);

    private void ApplyClaim(ulong showtimeId, SeatChange change, in SeatClaim claim) =>
        ApplySeats(showtimeId, change, claim.Seats.Span, claim.Area, claim.Places);

    /// <summary>
    /// A showtime's partition has begun with a plan: its seats are all free. O(blocks).
    /// </summary>
    /// <returns>False when the catalogue has no such showtime.</returns>
    internal bool ApplyOpened(ulong showtimeId, SeatPlan plan)
    {
        int row = _showtimes.RowOf(showtimeId);
        if (row < 0) return false;
        _showtimes.Reseat(row, new ShowtimeSeats(MasksOf(plan)));
        return true;
    }

    /// <summary>
    /// Seats, and places of an area, of a showtime have changed hands. O(seats + blocks).
    /// </summary>
    /// <returns>False when the catalogue has no such showtime.</returns>
    /// <exception cref="InvalidOperationException">A seat or place was not what the change says.</exception>
    internal bool ApplySeats(
        ulong showtimeId, SeatChange change, ReadOnlySpan<ushort> seats, int area = 0, int places = 0)
    {
        int row = _showtimes.RowOf(showtimeId);
        if (row < 0) return false;
        _showtimes.Seats(row).Apply(change, seats, area, places);
        _showtimes.Refresh(row);
        return true;
    }
}
