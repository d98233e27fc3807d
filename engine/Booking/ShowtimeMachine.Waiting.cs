using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>
/// The waiting list: seats that come back are offered to those who wait, before anybody else can see them free.
/// </summary>
public sealed partial class ShowtimeMachine :
    IDecider<ShowtimeState, JoinWaitingList, WaitingAnswer>,
    IDecider<ShowtimeState, LeaveWaitingList, WaitingAnswer>,
    IDecider<ShowtimeState, FindWaiting, WaitingAnswer>,
    IApplier<ShowtimeState, WaitingJoined>,
    IApplier<ShowtimeState, WaitingLeft>,
    IApplier<ShowtimeState, OfferMade>
{
    /// <summary>Most people on the waiting list of one showtime.</summary>
    internal const int MaxWaiting = 10_000;

    /// <summary>
    /// Most offers made in one decision, and most wishes looked at for each: bounds the work of a cancellation.
    /// </summary>
    private const int MaxOffers = 32;
    private const int MaxWishesTried = 256;

    /// <inheritdoc/>
    public WaitingAnswer Decide(ShowtimeState state, in JoinWaitingList command, Decision decision)
    {
        BookingCode code = CanSell(state, decision.TimeMs);
        if (code != BookingCode.Ok) return new WaitingAnswer(code);
        if (command.Wish.Kind == WishKind.Places && command.Wish.Area >= state.Plan!.AreaCount)
            return new WaitingAnswer(BookingCode.NoSuchArea);
        Sweep(state, decision);
        code = CodeOf((state.Waiting ?? new WaitingList(MaxWaiting)).CanJoin(command.UserId, command.Wish));
        if (code != BookingCode.Ok) return new WaitingAnswer(code, state.Waiting?.PositionOf(command.UserId) ?? 0);
        if (WaitingList.Meets(command.Wish, state.Plan!, state.Map!, state.Prices.AsSpan(), out _))
            return new WaitingAnswer(BookingCode.SeatsAreFree);
        decision.Emit(this, state, new WaitingJoined(command.UserId, command.Wish));
        return new WaitingAnswer(BookingCode.Ok, state.Waiting!.PositionOf(command.UserId));
    }

    /// <inheritdoc/>
    public WaitingAnswer Decide(ShowtimeState state, in LeaveWaitingList command, Decision decision)
    {
        if (state.Map is null) return new WaitingAnswer(BookingCode.NotOpen);
        if (state.Waiting?.TryGet(command.UserId, out _) is not true) return new WaitingAnswer(BookingCode.NotWaiting);
        decision.Emit(this, state, new WaitingLeft(command.UserId));
        return new WaitingAnswer(BookingCode.Ok);
    }

    /// <inheritdoc/>
    public WaitingAnswer Decide(ShowtimeState state, in FindWaiting command, Decision decision)
    {
        int position = state.Waiting?.PositionOf(command.UserId) ?? 0;
        return position == 0 ? new WaitingAnswer(BookingCode.NotWaiting) : new WaitingAnswer(BookingCode.Ok, position);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in WaitingJoined fact, long timeMs)
    {
        state.Waiting ??= new WaitingList(MaxWaiting);
        if (state.Waiting.Join(fact.UserId, fact.Wish, timeMs) != WaitingResult.Ok)
            throw new InvalidOperationException("Somebody who joined the waiting list could not.");
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in WaitingLeft fact, long timeMs) => state.Waiting!.Leave(fact.UserId);

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in OfferMade fact, long timeMs)
    {
        state.Waiting!.Leave(fact.UserId);
        ApplyHold(state, fact.Token, fact.MapVersion, fact.Claim.ToRequest(fact.UserId, fact.ExpiryMs, HoldKind.Offer));
    }

    /// <summary>
    /// Seats may have come back: first those on the waiting list, then the waiting room. O(1) when nobody waits.
    /// </summary>
    private void GiveOn(ShowtimeState state, Decision decision)
    {
        if (CanSell(state, decision.TimeMs) != BookingCode.Ok) return;
        for (int i = 0; i < MaxOffers && TryOffer(state, decision); i++)
        {
        }

        AdmitVisitors(state, decision);
    }

    private bool TryOffer(ShowtimeState state, Decision decision)
    {
        if (state.Waiting is not { Count: > 0 } waiting) return false;
        SeatMap map = state.Map!;
        if (!waiting.TryMatch(state.Plan!, map, state.Prices.AsSpan(), MaxWishesTried, out WaitingMatch match))
            return false;
        byte places = match.Wish.Kind == WishKind.Places ? match.Wish.Count : (byte)0;
        long amountCents = state.Plan!.PriceCents(match.Seats.Span, match.Wish.Area, places, state.Prices.AsSpan());
        var claim = new SeatClaim(match.Seats, match.Wish.Area, places, amountCents);
        long expiryMs = decision.TimeMs + state.Terms!.OfferMs;
        decision.EmitUpkeep(this, state, new OfferMade(map.Version + 1, map.NextToken, match.Owner, expiryMs, claim));
        return true;
    }

    private static BookingCode CodeOf(WaitingResult result) => result switch
    {
        WaitingResult.Ok => BookingCode.Ok,
        WaitingResult.AlreadyWaiting => BookingCode.AlreadyWaiting,
        WaitingResult.Full => BookingCode.Full,
        _ => BookingCode.TooMany,
    };
}
