using System.Collections.Immutable;

namespace Catalog.Engine.Booking;

/// <summary>
/// Everything one showtime knows: its plan and terms, who holds and who bought what, payments under way, who waits.
/// Only its shard touches it; only <see cref="ShowtimeMachine"/> changes it.
/// </summary>
/// <remarks>
/// A booking's id is the token its hold had first, unique within the showtime for ever because generations never
/// repeat. A hold that was extended has another token by now; <see cref="Renewed"/> leads from the id to it.
/// Invariants: (1) the map's; (2) every sold seat and place is in exactly one booking that is not cancelled; (3) a
/// pending payment's booking is not sold; (4) renewed holds are alive in the map.
/// </remarks>
public sealed partial class ShowtimeState
{
    internal ShowtimeState(ulong showtimeId) => ShowtimeId = showtimeId;

    /// <summary>The showtime.</summary>
    public ulong ShowtimeId { get; }

    /// <summary>The seats; null until the showtime is opened.</summary>
    public SeatPlan? Plan { get; internal set; }

    /// <summary>Who has which; null until the showtime is opened.</summary>
    public SeatMap? Map { get; internal set; }

    /// <summary>Times, prices, rules; null until the showtime is opened.</summary>
    public ShowtimeTerms? Terms { get; internal set; }

    /// <summary>The prices of <see cref="Terms"/>.</summary>
    internal ImmutableArray<int> Prices => Terms!.ZonePricesCents;

    /// <summary>Booking id to present hold, for holds that were extended.</summary>
    internal RenewedHolds Renewed { get; } = [];

    /// <summary>Payments under way, by payment.</summary>
    internal Dictionary<ulong, PendingPayment> Payments { get; } = [];

    /// <summary>Payment under way, by booking.</summary>
    internal Dictionary<ulong, ulong> PaymentOf { get; } = [];

    /// <summary>What was sold, by booking; cancelled ones stay, marked.</summary>
    internal Dictionary<ulong, SoldBooking> Bookings { get; } = [];

    /// <summary>Who waits for seats to come back; null until somebody has.</summary>
    internal WaitingList? Waiting { get; set; }

    /// <summary>The waiting room; null until somebody entered it.</summary>
    internal AdmissionGate? Gate { get; set; }

    /// <summary>The booking a hold belongs to. O(1).</summary>
    internal ulong BookingOf(HoldToken token) => Renewed.BookingOf(token);
}
