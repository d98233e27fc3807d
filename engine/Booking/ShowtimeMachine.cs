using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// Seat booking: one partition a showtime. A hold is taken, paid and becomes a booking; it lapses by the clock, lazily
/// at
/// the next command, the timer only announces it; seats that come back go to the waiting list first.
/// <code>
/// free ─reserve─► held ─start payment─► held, paying ─approved─► sold ─cancel─► free
///   ▲               │ lapse, release         │ lapsed meanwhile: taken again if free, else refunded
///   └───────────────┴────────────────────────┘ declined: held until it lapses
/// </code>
/// </summary>
/// <remarks>Stateless: safe to share between shards. No decider allocates for numbered seats.</remarks>
public sealed partial class ShowtimeMachine : IMachine<ShowtimeState>, IPrefetching<ShowtimeState>
{
    /// <summary>
    /// Lapses are announced in steps of this many milliseconds, so that a rush of holds makes few facts.
    /// </summary>
    internal const int AnnounceStepMs = 250;

    /// <summary>The system's wire id.</summary>
    public const byte Id = 10;

    private readonly GateOptions _gate;

    /// <summary>Makes the machine.</summary>
    /// <param name="gate">
    /// How waiting rooms admit, or null for the usual way. Capacities must not shrink between starts.
    /// </param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public ShowtimeMachine(GateOptions? gate = null)
    {
        _gate = gate ?? new GateOptions();
        if (_gate.Validate() is { } wrong) throw new ArgumentException(wrong, nameof(gate));
    }

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "booking";

    /// <inheritdoc/>
    public ShowtimeState Create(ulong key) => new(key);

    /// <inheritdoc/>
    public long NextDueMs(ShowtimeState state)
    {
        if (state.Map is not { } map) return long.MaxValue;
        long expiryMs = map.NextExpiryMs;
        if (expiryMs != long.MaxValue) expiryMs = (expiryMs + AnnounceStepMs - 1) / AnnounceStepMs * AnnounceStepMs;
        return Math.Min(expiryMs, Math.Min(NextAdmissionMs(state), NextLossMs(state)));
    }

    /// <inheritdoc/>
    public void OnDue(ShowtimeState state, Decision decision)
    {
        Sweep(state, decision);
        GiveOn(state, decision);
        LoseVisitors(state, decision);
        SweepVisitors(state, decision);
    }

    /// <inheritdoc/>
    public void Prefetch(ReadOnlySpan<ShowtimeState> states)
    {
        foreach (ShowtimeState state in states) state.Map?.FetchFront();
        foreach (ShowtimeState state in states) state.Map?.FetchEnds();
        foreach (ShowtimeState state in states) state.Map?.FetchSuccessor();
    }

    /// <inheritdoc/>
    public void Replay(ShowtimeState state, in EventHeader header, ref MessagePackReader payload)
    {
        long timeMs = header.TimeMs;
        byte version = header.Version;
        switch (header.Type)
        {
            case 1: Apply(state, ShowtimeOpened.Read(ref payload, version), timeMs); break;
            case 2: Apply(state, ShowtimeRevised.Read(ref payload, version), timeMs); break;
            case 10: Apply(state, SeatsHeld.Read(ref payload, version), timeMs); break;
            case 11: ApplyLapse(state, HoldsLapsed.ReadTimes(ref payload)); break;
            case 12: Apply(state, HoldReleased.Read(ref payload, version), timeMs); break;
            case 13: Apply(state, HoldExtended.Read(ref payload, version), timeMs); break;
            case 14: Apply(state, HoldRetaken.Read(ref payload, version), timeMs); break;
            case 20: Apply(state, PaymentStarted.Read(ref payload, version), timeMs); break;
            case 21: Apply(state, PaymentFailed.Read(ref payload, version), timeMs); break;
            case 22: Apply(state, BookingConfirmed.Read(ref payload, version), timeMs); break;
            case 23: Apply(state, PaymentRefunded.Read(ref payload, version), timeMs); break;
            case 24: Apply(state, BookingCancelled.Read(ref payload, version), timeMs); break;
            case 30: Apply(state, SeatsBlocked.Read(ref payload, version), timeMs); break;
            case 31: Apply(state, SeatsUnblocked.Read(ref payload, version), timeMs); break;
            case 32: Apply(state, PlacesBlocked.Read(ref payload, version), timeMs); break;
            case 33: Apply(state, PlacesUnblocked.Read(ref payload, version), timeMs); break;
            case 40: Apply(state, WaitingJoined.Read(ref payload, version), timeMs); break;
            case 41: Apply(state, WaitingLeft.Read(ref payload, version), timeMs); break;
            case 42: Apply(state, OfferMade.Read(ref payload, version), timeMs); break;
            case 50: Apply(state, VisitorEntered.Read(ref payload, version), timeMs); break;
            case 51: Apply(state, VisitorsAdmitted.Read(ref payload, version), timeMs); break;
            case 52: Apply(state, VisitorLeft.Read(ref payload, version), timeMs); break;
            case 53: Apply(state, VisitorHeard.Read(ref payload, version), timeMs); break;
            case 54: Apply(state, VisitorsLost.Read(ref payload, version), timeMs); break;
            default: throw new MessagePackFormatException($"Booking has no fact of type {header.Type}.");
        }
    }
}
