using System.Diagnostics;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>Taking, lapsing, extending and giving back holds.</summary>
public sealed partial class ShowtimeMachine :
    IDecider<ShowtimeState, ReserveSeats, HoldResult>,
    IDecider<ShowtimeState, ReserveBest, HoldResult>,
    IDecider<ShowtimeState, ReleaseHold, BookingResult>,
    IDecider<ShowtimeState, ExtendHold, HoldResult>,
    IDecider<ShowtimeState, FindBooking, HoldResult>,
    IApplier<ShowtimeState, SeatsHeld>,
    IApplier<ShowtimeState, HoldsLapsed>,
    IApplier<ShowtimeState, HoldReleased>,
    IApplier<ShowtimeState, HoldExtended>
{
    /// <inheritdoc/>
    public HoldResult Decide(ShowtimeState state, in ReserveSeats command, Decision decision)
    {
        BookingCode code = CanSell(state, decision.TimeMs);
        if (code != BookingCode.Ok) return HoldResult.Refused(code);
        Sweep(state, decision);
        if (!IsAdmitted(state, command.UserId, decision.TimeMs)) return HoldResult.Refused(BookingCode.NotAdmitted);
        SeatPlan plan = state.Plan!;
        var request = new HoldRequest
        {
            Owner = command.UserId,
            Seats = command.Seats,
            Area = command.Area,
            Places = command.Places,
            ExpiryMs = decision.TimeMs + state.Terms!.HoldMs,
        };
        SeatOutcome can = state.Map!.CanHold(in request);
        if (!can.IsOk)
            return HoldResult.Refused(CodeOf(can.Result), can.Seat, InTheWay(state.Map, request.Seats, can.Result));
        if (!command.NeedsAccess && FindAccessible(plan, request.Seats) is var seat and >= 0)
            return HoldResult.Refused(BookingCode.AccessibleOnly, seat);
        long amountCents = plan.PriceCents(request.Seats.Span, request.Area, request.Places, state.Prices.AsSpan());
        return Hold(state, request with { AmountCents = amountCents }, decision);
    }

    /// <inheritdoc/>
    public HoldResult Decide(ShowtimeState state, in ReserveBest command, Decision decision)
    {
        BookingCode code = CanSell(state, decision.TimeMs);
        if (code != BookingCode.Ok) return HoldResult.Refused(code);
        if (!command.Wish.IsValid) return HoldResult.Refused(BookingCode.TooMany);
        Sweep(state, decision);
        if (!IsAdmitted(state, command.UserId, decision.TimeMs)) return HoldResult.Refused(BookingCode.NotAdmitted);
        if (!TryFindBest(state, command.Wish, out SeatList seats, out BestAvailableRung rung))
            return HoldResult.Refused(BookingCode.NothingFits);
        var request = new HoldRequest
        {
            Owner = command.UserId,
            Seats = seats,
            ExpiryMs = decision.TimeMs + state.Terms!.HoldMs,
            AmountCents = state.Plan!.PriceCents(seats.Span, 0, 0, state.Prices.AsSpan()),
        };
        if (state.Map!.CanHold(in request) is { IsOk: false } can) return HoldResult.Refused(CodeOf(can.Result));
        return Hold(state, in request, decision) with { Rung = rung };
    }

    /// <inheritdoc/>
    public BookingResult Decide(ShowtimeState state, in ReleaseHold command, Decision decision)
    {
        if (state.Map is null) return new BookingResult(BookingCode.NotOpen);
        Sweep(state, decision);
        ulong owner = command.IsByHouse ? OwnerOf(state, command.BookingId) : command.UserId;
        BookingCode code = FindHold(state, command.BookingId, owner, command.Token, out HoldRecord hold);
        if (code != BookingCode.Ok) return new BookingResult(code);
        if (state.PaymentOf.ContainsKey(command.BookingId)) return new BookingResult(BookingCode.PaymentRunning);
        ulong mapVersion = state.Map.Version + 1;
        decision.Emit(this, state, new HoldReleased(mapVersion, command.BookingId, hold.Owner, SeatClaim.Of(in hold)));
        GiveOn(state, decision);
        return new BookingResult(BookingCode.Ok);
    }

    /// <inheritdoc/>
    public HoldResult Decide(ShowtimeState state, in ExtendHold command, Decision decision)
    {
        BookingCode code = CanSell(state, decision.TimeMs);
        if (code != BookingCode.Ok) return HoldResult.Refused(code);
        Sweep(state, decision);
        code = FindHold(state, command.BookingId, command.UserId, command.Token, out HoldRecord hold);
        if (code != BookingCode.Ok) return HoldResult.Refused(code);
        int extensions = state.Renewed.ExtensionsOf(command.BookingId);
        if (extensions >= state.Terms!.MaxExtensions) return HoldResult.Refused(BookingCode.NoMoreExtensions);
        SeatMap map = state.Map!;
        HoldToken token = map.NextTokenFor(hold.Token);
        long expiryMs = decision.TimeMs + state.Terms.HoldMs;
        decision.Emit(this, state, new HoldExtended(map.Version + 1, command.BookingId, hold.Owner, token, expiryMs));
        return new HoldResult(BookingCode.Ok, command.BookingId, token, expiryMs, SeatClaim.Of(in hold));
    }

    /// <inheritdoc/>
    public HoldResult Decide(ShowtimeState state, in FindBooking command, Decision decision)
    {
        if (state.Bookings.TryGetValue(command.BookingId, out SoldBooking sold) && sold.UserId == command.UserId)
        {
            BookingCode code = sold.IsCancelled ? BookingCode.AlreadyCancelled : BookingCode.AlreadyConfirmed;
            return new HoldResult(code, command.BookingId, default, 0, sold.Claim);
        }

        if (state.Map is null) return HoldResult.Refused(BookingCode.NotOpen);
        BookingCode found = FindHold(state, command.BookingId, command.UserId, HoldToken.None, out HoldRecord hold);
        if (found != BookingCode.Ok) return HoldResult.Refused(found);
        if (hold.ExpiryMs <= decision.TimeMs) return HoldResult.Refused(BookingCode.HoldLapsed);
        return new HoldResult(BookingCode.Ok, command.BookingId, hold.Token, hold.ExpiryMs, SeatClaim.Of(in hold));
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in SeatsHeld fact, long timeMs) =>
        ApplyHold(state, fact.Token, fact.MapVersion, fact.Claim.ToRequest(fact.UserId, fact.ExpiryMs));

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in HoldsLapsed fact, long timeMs) =>
        ApplyLapse(state, (fact.MapVersion, fact.UntilMs));

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in HoldReleased fact, long timeMs)
    {
        state.Map!.Release(TokenOf(state, fact.BookingId), out _);
        state.Renewed.Remove(fact.BookingId);
        ThrowIfVersionDiffers(state, fact.MapVersion);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in HoldExtended fact, long timeMs)
    {
        int extensions = state.Renewed.ExtensionsOf(fact.BookingId);
        SeatOutcome extended = state.Map!.Extend(TokenOf(state, fact.BookingId), fact.ExpiryMs);
        ThrowIfTokenDiffers(fact.Token, extended.Token);
        state.Renewed.Set(fact.BookingId, new RenewedHold(extended.Token, extensions + 1));
        ThrowIfVersionDiffers(state, fact.MapVersion);
    }

    private HoldResult Hold(ShowtimeState state, in HoldRequest request, Decision decision)
    {
        SeatMap map = state.Map!;
        HoldToken token = map.NextToken;
        var claim = new SeatClaim(request.Seats, request.Area, request.Places, request.AmountCents);
        decision.Emit(
            this,
            state,
            new SeatsHeld(map.Version + 1, token, request.Owner, request.ExpiryMs, claim));
        return new HoldResult(BookingCode.Ok, token.Value, token, request.ExpiryMs, claim);
    }

    private static bool TryFindBest(
        ShowtimeState state, in SeatWish wish, out SeatList seats, out BestAvailableRung rung)
    {
        var request = new BestAvailableRequest
        {
            Count = wish.Count,
            AccessibleCount = wish.AccessibleCount,
            ZoneMask = wish.ZoneMask,
            MaxPriceCents = wish.MaxPriceCents > 0 ? wish.MaxPriceCents : null,
            ZonePricesCents = state.Prices.AsSpan(),
            AllowOrphans = wish.AllowOrphans,
            AllowSplit = wish.AllowSplit,
        };
        return BestAvailable.Find(in request, state.Plan!, state.Map!, out seats, out rung);
    }

    /// <summary>
    /// Records what has lapsed by now. Everything that depends on which seats are free calls it first.
    /// </summary>
    private void Sweep(ShowtimeState state, Decision decision)
    {
        SeatMap map = state.Map!;
        if (map.NextExpiryMs > decision.TimeMs) return;
        decision.EmitUpkeep(this, state, new HoldsLapsed(state, decision.TimeMs));
        Debug.Assert(map.NextExpiryMs > decision.TimeMs, "a sweep leaves nothing that has lapsed");
    }

    private static void ApplyLapse(ShowtimeState state, (ulong MapVersion, long UntilMs) lapse)
    {
        if (state.Renewed.Count > 0) ForgetLapsedRenewals(state, lapse.UntilMs);
        state.Map!.ExpireDue(lapse.UntilMs);
        ThrowIfVersionDiffers(state, lapse.MapVersion);
    }

    private static void ForgetLapsedRenewals(ShowtimeState state, long untilMs)
    {
        foreach ((ulong bookingId, RenewedHold renewed) in state.Renewed)
        {
            if (state.Map!.Find(renewed.Token, untilMs, out _) != HoldStatus.Alive) state.Renewed.Remove(bookingId);
        }
    }

    private static void ApplyHold(ShowtimeState state, HoldToken token, ulong mapVersion, in HoldRequest request)
    {
        SeatOutcome held = state.Map!.Hold(in request);
        ThrowIfTokenDiffers(token, held.Token);
        ThrowIfVersionDiffers(state, mapVersion);
    }

    /// <summary>Finds an alive hold by its booking, checking owner and fencing token.</summary>
    private static BookingCode FindHold(
        ShowtimeState state, ulong bookingId, ulong userId, HoldToken known, out HoldRecord hold)
    {
        hold = default;
        if (state.Bookings.TryGetValue(bookingId, out SoldBooking sold) && sold.UserId == userId)
            return sold.IsCancelled ? BookingCode.AlreadyCancelled : BookingCode.AlreadyConfirmed;
        HoldToken token = TokenOf(state, bookingId);
        if (state.Map!.Find(token, long.MinValue, out hold) == HoldStatus.Unknown) return BookingCode.UnknownBooking;
        if (hold.Owner != userId || state.BookingOf(token) != bookingId) return BookingCode.UnknownBooking;
        return known.IsNone || known == token ? BookingCode.Ok : BookingCode.HoldSuperseded;
    }

    /// <summary>Whose a booking is, held or sold; 0 when there is none.</summary>
    private static ulong OwnerOf(ShowtimeState state, ulong bookingId)
    {
        if (state.Bookings.TryGetValue(bookingId, out SoldBooking sold)) return sold.UserId;
        HoldStatus found = state.Map!.Find(TokenOf(state, bookingId), long.MinValue, out HoldRecord hold);
        return found == HoldStatus.Unknown ? 0 : hold.Owner;
    }

    private static HoldToken TokenOf(ShowtimeState state, ulong bookingId) =>
        state.Renewed.Count > 0 && state.Renewed.TryGet(bookingId, out RenewedHold renewed)
            ? renewed.Token
            : new HoldToken(bookingId);

    /// <summary>All that are not free, so that whoever asked can choose others at once.</summary>
    private static SeatList InTheWay(SeatMap map, in SeatList seats, SeatResult why)
    {
        if (why is not (SeatResult.SeatTaken or SeatResult.SeatBlocked)) return default;
        Span<ushort> found = stackalloc ushort[SeatList.MaxCount];
        int count = 0;
        foreach (ushort seat in seats.Span)
        {
            if (seat < map.SeatCount && map.StatusOf(seat) != SeatStatus.Free) found[count++] = seat;
        }

        return new SeatList(found[..count]);
    }

    private static int FindAccessible(SeatPlan plan, in SeatList seats)
    {
        foreach (ushort seat in seats.Span)
        {
            if (plan.KindOf(seat) == SeatKind.Accessible) return seat;
        }

        return -1;
    }

    /// <summary>The pair of the decision's own prediction: a journal that applies differently must not go on.</summary>
    private static void ThrowIfTokenDiffers(HoldToken expected, HoldToken actual)
    {
        if (expected != actual)
            throw new InvalidOperationException($"The fact says hold {expected.Value}, the map gave {actual.Value}.");
    }

    private static void ThrowIfVersionDiffers(ShowtimeState state, ulong expected)
    {
        if (state.Map!.Version != expected)
            throw new InvalidOperationException($"The fact says map version {expected}, it is {state.Map.Version}.");
    }
}
