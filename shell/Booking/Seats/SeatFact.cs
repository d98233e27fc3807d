using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Booking.Seats;

/// <summary>
/// What one fact does to a showtime's seats: its version and the claims whose seats and places change hands. Reused
/// for one fact after the other. Not thread-safe.
/// </summary>
internal sealed class SeatFact
{
    /// <summary>The seat map's version after the fact.</summary>
    public ulong MapVersion { get; private set; }

    /// <summary>The status of every seat in <see cref="Claims"/> and <see cref="Blocked"/> from now on.</summary>
    public SeatStatus Status { get; private set; }

    /// <summary>What held places count by, for each place of a claim: -1, 0 or 1.</summary>
    public int HeldChange { get; private set; }

    /// <summary>What sold places count by, for each place of a claim: -1, 0 or 1.</summary>
    public int SoldChange { get; private set; }

    /// <summary>The claims it is about.</summary>
    public List<SeatClaim> Claims { get; } = [];

    /// <summary>The seats the box office takes or gives back.</summary>
    public SeatSet Blocked { get; private set; }

    /// <summary>The area the box office takes places of, or gives places back to; -1 for none.</summary>
    public int Area { get; private set; }

    /// <summary>How many places it takes; negative when it gives back.</summary>
    public int BlockedPlaces { get; private set; }

    /// <summary>Whether a fact counts as a version of a seat map.</summary>
    public static bool IsOne(in EventHeader header) =>
        header.Partition.System == ShowtimeMachine.Id && header.Type is (>= 10 and <= 14) or 22 or 24
            or (>= 30 and <= 33) or 42;

    /// <summary>Decodes a fact. O(its size).</summary>
    public void Read(in TailItem item)
    {
        Claims.Clear();
        Blocked = default;
        Area = -1;
        var reader = new MessagePackReader(item.Payload.Span);
        byte version = item.Header.Version;
        switch (item.Header.Type)
        {
            case 10: Read(SeatsHeld.Read(ref reader, version)); break;
            case 11: Read(HoldsLapsed.Read(ref reader, version)); break;
            case 12: Read(HoldReleased.Read(ref reader, version)); break;
            case 13: Set(HoldExtended.Read(ref reader, version).MapVersion, SeatStatus.Held, 0, 0); break;
            case 14: Read(HoldRetaken.Read(ref reader, version)); break;
            case 22: Read(BookingConfirmed.Read(ref reader, version)); break;
            case 24: Read(BookingCancelled.Read(ref reader, version)); break;
            case 30: Read(SeatsBlocked.Read(ref reader, version)); break;
            case 31: Read(SeatsUnblocked.Read(ref reader, version)); break;
            case 32: Read(PlacesBlocked.Read(ref reader, version)); break;
            case 33: Read(PlacesUnblocked.Read(ref reader, version)); break;
            default: Read(OfferMade.Read(ref reader, version)); break;
        }
    }

    private void Set(ulong mapVersion, SeatStatus status, int heldChange, int soldChange)
    {
        MapVersion = mapVersion;
        Status = status;
        HeldChange = heldChange;
        SoldChange = soldChange;
    }

    private void Read(in SeatsHeld fact)
    {
        Set(fact.MapVersion, SeatStatus.Held, 1, 0);
        Claims.Add(fact.Claim);
    }

    private void Read(in HoldsLapsed fact)
    {
        Set(fact.MapVersion, SeatStatus.Free, -1, 0);
        foreach (LapsedHold hold in fact.Holds!) Claims.Add(hold.Claim);
    }

    private void Read(in HoldReleased fact)
    {
        Set(fact.MapVersion, SeatStatus.Free, -1, 0);
        Claims.Add(fact.Claim);
    }

    private void Read(in HoldRetaken fact)
    {
        Set(fact.MapVersion, SeatStatus.Held, 1, 0);
        Claims.Add(fact.Claim);
    }

    private void Read(in BookingConfirmed fact)
    {
        // A late one had no hold any more: it went from free to sold.
        Set(fact.MapVersion, SeatStatus.Sold, fact.IsLate ? 0 : -1, 1);
        Claims.Add(fact.Claim);
    }

    private void Read(in BookingCancelled fact)
    {
        Set(fact.MapVersion, SeatStatus.Free, 0, -1);
        Claims.Add(fact.Claim);
    }

    private void Read(in SeatsBlocked fact)
    {
        Set(fact.MapVersion, SeatStatus.Blocked, 0, 0);
        Blocked = fact.Seats;
    }

    private void Read(in SeatsUnblocked fact)
    {
        Set(fact.MapVersion, SeatStatus.Free, 0, 0);
        Blocked = fact.Seats;
    }

    private void Read(in PlacesBlocked fact)
    {
        Set(fact.MapVersion, SeatStatus.Blocked, 0, 0);
        (Area, BlockedPlaces) = (fact.Area, fact.Places);
    }

    private void Read(in PlacesUnblocked fact)
    {
        Set(fact.MapVersion, SeatStatus.Free, 0, 0);
        (Area, BlockedPlaces) = (fact.Area, -fact.Places);
    }

    private void Read(in OfferMade fact)
    {
        Set(fact.MapVersion, SeatStatus.Held, 1, 0);
        Claims.Add(fact.Claim);
    }
}
