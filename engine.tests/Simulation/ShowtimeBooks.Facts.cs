using System.Collections.Immutable;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <content>What each fact may do, and does.</content>
internal sealed partial class ShowtimeBooks
{
    private const int GenerationShift = 16;

    private ImmutableArray<int> Prices => Terms!.ZonePricesCents;

    /// <summary>Enters a fact, when it is allowed.</summary>
    internal void Enter(Fact fact)
    {
        long timeMs = fact.Header.TimeMs;
        Require(timeMs >= LastTimeMs, $"Time runs backwards in showtime {showtimeId}: {fact}.");
        LastTimeMs = timeMs;
        switch (fact.Header.Type)
        {
            case 1: Open(fact.Read<ShowtimeOpened>()); break;
            case 2: Revise(fact.Read<ShowtimeRevised>()); break;
            case 10: Hold(fact.Read<SeatsHeld>(), timeMs); break;
            case 11: Lapse(fact.Read<HoldsLapsed>(), timeMs); break;
            case 12: Release(fact.Read<HoldReleased>()); break;
            case 13: Extend(fact.Read<HoldExtended>(), timeMs); break;
            case 14: Retake(fact.Read<HoldRetaken>(), timeMs); break;
            case 20: StartPayment(fact.Read<PaymentStarted>(), timeMs); break;
            case 21: Fail(fact.Read<PaymentFailed>()); break;
            case 22: Confirm(fact.Read<BookingConfirmed>(), timeMs); break;
            case 23: Refund(fact.Read<PaymentRefunded>(), timeMs); break;
            case 24: Cancel(fact.Read<BookingCancelled>()); break;
            case 30: Block(fact.Read<SeatsBlocked>()); break;
            case 31: Unblock(fact.Read<SeatsUnblocked>()); break;
            case 32: Keep(fact.Read<PlacesBlocked>()); break;
            case 33: Keep(fact.Read<PlacesUnblocked>()); break;
            case 40: Join(fact.Read<WaitingJoined>()); break;
            case 41: Leave(fact.Read<WaitingLeft>().UserId); break;
            case 42: Offer(fact.Read<OfferMade>(), timeMs); break;
            case 50: Queue(fact.Read<VisitorEntered>().UserId, timeMs); break;
            case 51: Admit(fact.Read<VisitorsAdmitted>().Count, timeMs); break;
            case 52: _room.RemoveAll(visitor => visitor.UserId == fact.Read<VisitorLeft>().UserId); break;
            case 53: Hear(fact.Read<VisitorHeard>().UserId, timeMs); break;
            case 54: Lose(fact.Read<VisitorsLost>().Count, timeMs); break;
            default: EnterKey(fact, timeMs); break;
        }
    }

    private void EnterKey(Fact fact, long timeMs)
    {
        Require(fact.IsIdempotency, $"Nobody knows {fact}.");
        IdempotencyRecorded recorded = fact.Read<IdempotencyRecorded>();
        _keys[recorded.Key.Digest] = new BookedKey(
            recorded.Key.PayloadHash, recorded.IsAnswered, recorded.Answer.ToArray(), timeMs);
    }

    private void Open(in ShowtimeOpened fact)
    {
        Require(Plan is null, $"Showtime {showtimeId} opens twice.");
        (Plan, Terms) = (fact.Plan, fact.Terms);
        _seats = new SeatStatus[Plan.SeatCount];
        _areaHeld = new int[Plan.AreaCount];
        _areaSold = new int[Plan.AreaCount];
        _areaBlocked = new int[Plan.AreaCount];
    }

    private void Revise(in ShowtimeRevised fact)
    {
        Require(fact.Terms.Revision > Terms!.Revision, $"Showtime {showtimeId} goes back to earlier terms.");
        Terms = fact.Terms;
    }

    private void Hold(in SeatsHeld fact, long timeMs)
    {
        RequireOnSale(timeMs);
        Require(fact.ExpiryMs == timeMs + Terms!.HoldMs, "A hold lasts as long as the terms say.");
        Take(fact.MapVersion, fact.Token, fact.BookingId, (fact.UserId, fact.ExpiryMs, fact.Claim));
    }

    private void Offer(in OfferMade fact, long timeMs)
    {
        RequireOnSale(timeMs);
        Require(fact.ExpiryMs == timeMs + Terms!.OfferMs, "An offer lasts as long as the terms say.");
        Leave(fact.UserId);
        Take(fact.MapVersion, fact.Token, fact.BookingId, (fact.UserId, fact.ExpiryMs, fact.Claim));
    }

    private void Take(
        ulong mapVersion, HoldToken token, ulong bookingId, (ulong UserId, long ExpiryMs, SeatClaim Claim) hold)
    {
        Bump(mapVersion);
        Issue(token);
        SeatClaim claim = hold.Claim;
        long price = Plan!.PriceCents(claim.Seats.Span, claim.Area, claim.Places, Prices.AsSpan());
        Require(claim.AmountCents == price, $"Booking {bookingId} costs {claim.AmountCents} instead of {price}.");
        Move(in claim, SeatStatus.Free, SeatStatus.Held);
        _holds.Add(bookingId, new BookedHold(bookingId, token.Value, hold.UserId, claim, hold.ExpiryMs, 0));
    }

    private void Lapse(in HoldsLapsed fact, long timeMs)
    {
        Bump(fact.MapVersion);
        Require(fact.UntilMs <= timeMs, "Holds lapse ahead of their time.");
        foreach (LapsedHold lapsed in fact.Holds!)
        {
            BookedHold hold = HoldOf(lapsed.BookingId, lapsed.UserId);
            Require(
                hold.Token == lapsed.Token.Value && hold.ExpiryMs <= fact.UntilMs && hold.Claim == lapsed.Claim,
                $"Hold {lapsed.Token.Value} of showtime {showtimeId} lapses, and should not.");
            Move(hold.Claim, SeatStatus.Held, SeatStatus.Free);
            _holds.Remove(hold.BookingId);
        }

        foreach (BookedHold hold in _holds.Values)
            Require(hold.ExpiryMs > fact.UntilMs, $"Hold {hold.Token} of showtime {showtimeId} should have lapsed.");
    }

    private void Release(in HoldReleased fact)
    {
        Bump(fact.MapVersion);
        BookedHold hold = HoldOf(fact.BookingId, fact.UserId);
        Require(hold.Claim == fact.Claim, $"Booking {fact.BookingId} gives back something else.");
        Move(hold.Claim, SeatStatus.Held, SeatStatus.Free);
        _holds.Remove(fact.BookingId);
    }

    private void Extend(in HoldExtended fact, long timeMs)
    {
        Bump(fact.MapVersion);
        Issue(fact.Token);
        BookedHold hold = HoldOf(fact.BookingId, fact.UserId);
        bool isAllowed = hold.ExpiryMs > timeMs && hold.Extensions < Terms!.MaxExtensions;
        Require(isAllowed, "A hold is extended against the rules.");
        Require(fact.ExpiryMs == timeMs + Terms!.HoldMs, "An extension lasts as long as the terms say.");
        _holds[fact.BookingId] = hold with
        {
            Token = fact.Token.Value,
            ExpiryMs = fact.ExpiryMs,
            Extensions = hold.Extensions + 1,
        };
    }

    private void Retake(in HoldRetaken fact, long timeMs)
    {
        RequireOnSale(timeMs);
        Bump(fact.MapVersion);
        Issue(fact.Token);
        Require(!_holds.ContainsKey(fact.BookingId), $"Booking {fact.BookingId} is held and taken again.");
        Require(!_sales.ContainsKey(fact.BookingId), $"Booking {fact.BookingId} is sold and taken again.");
        bool isEarlier = fact.BookingId >> GenerationShift is var given and > 0 && given < fact.Token.Generation;
        Require(isEarlier, $"Booking {fact.BookingId} is taken again and never was.");
        Move(fact.Claim, SeatStatus.Free, SeatStatus.Held);
        _holds.Add(
            fact.BookingId,
            new BookedHold(fact.BookingId, fact.Token.Value, fact.UserId, fact.Claim, fact.ExpiryMs, 0));
    }

    private void StartPayment(in PaymentStarted fact, long timeMs)
    {
        RequireOnSale(timeMs);
        BookedHold hold = HoldOf(fact.BookingId, fact.UserId);
        Require(hold.ExpiryMs > timeMs && hold.Claim == fact.Claim, "What is paid for is not what is held.");
        foreach (var payment in _payments.Values)
            Require(payment.BookingId != fact.BookingId, $"Booking {fact.BookingId} is paid twice at once.");
        _payments.Add(fact.PaymentId, (fact.BookingId, fact.UserId, fact.Claim));
    }

    private void Fail(in PaymentFailed fact) => EndPayment(fact.PaymentId, fact.BookingId, fact.UserId);

    private void Confirm(in BookingConfirmed fact, long timeMs)
    {
        Bump(fact.MapVersion);
        SeatClaim claim = EndPayment(fact.PaymentId, fact.BookingId, fact.UserId);
        Require(claim == fact.Claim, $"Booking {fact.BookingId} is sold as something else.");
        Require(fact.IsLate != IsAlive(fact.BookingId, timeMs), $"Booking {fact.BookingId} is late or not.");
        Require(!Terms!.IsCancelled, "A cancelled show is sold.");
        Move(in claim, fact.IsLate ? SeatStatus.Free : SeatStatus.Held, SeatStatus.Sold);
        _holds.Remove(fact.BookingId);
        Require(
            _sales.TryAdd(fact.BookingId, new BookedSale(fact.BookingId, fact.UserId, claim, false)),
            $"Booking {fact.BookingId} is sold twice.");
        _confirmedCents += claim.AmountCents;
    }

    private void Refund(in PaymentRefunded fact, long timeMs)
    {
        SeatClaim claim = EndPayment(fact.PaymentId, fact.BookingId, fact.UserId);
        Require(claim.AmountCents == fact.AmountCents, $"Payment {fact.PaymentId} comes back short.");
        bool isLost = Terms!.IsCancelled || (!IsAlive(fact.BookingId, timeMs) && !AreFree(in claim));
        Require(isLost, $"Payment {fact.PaymentId} comes back although its seats could be had.");
    }

    private void Cancel(in BookingCancelled fact)
    {
        Bump(fact.MapVersion);
        Require(
            _sales.TryGetValue(fact.BookingId, out BookedSale? sale) && !sale.IsCancelled
            && sale.UserId == fact.UserId && sale.Claim == fact.Claim,
            $"Booking {fact.BookingId} cannot be cancelled.");
        Move(fact.Claim, SeatStatus.Sold, SeatStatus.Free);
        _sales[fact.BookingId] = sale! with { IsCancelled = true };
        _returnedCents += fact.Claim.AmountCents;
    }

    private void Block(in SeatsBlocked fact)
    {
        Bump(fact.MapVersion);
        foreach (ushort seat in fact.Seats.Span) Move(seat, SeatStatus.Free, SeatStatus.Blocked);
    }

    private void Unblock(in SeatsUnblocked fact)
    {
        Bump(fact.MapVersion);
        foreach (ushort seat in fact.Seats.Span) Move(seat, SeatStatus.Blocked, SeatStatus.Free);
    }

    private void Keep(in PlacesBlocked fact)
    {
        Bump(fact.MapVersion);
        Require(FreePlaces(fact.Area) >= fact.Places, "Places are blocked that are not free.");
        _areaBlocked[fact.Area] += fact.Places;
    }

    private void Keep(in PlacesUnblocked fact)
    {
        Bump(fact.MapVersion);
        Require(_areaBlocked[fact.Area] >= fact.Places, "Places are unblocked that are not blocked.");
        _areaBlocked[fact.Area] -= fact.Places;
    }

    private void Join(in WaitingJoined fact) =>
        Require(_waiting.Add(fact.UserId), $"User {fact.UserId} waits twice for showtime {showtimeId}.");

    private void Leave(ulong userId) =>
        Require(_waiting.Remove(userId), $"User {userId} does not wait for showtime {showtimeId}.");

    private void Bump(ulong mapVersion)
    {
        Require(mapVersion == _mapVersion + 1, $"Map version {mapVersion} follows on {_mapVersion}.");
        _mapVersion = mapVersion;
    }

    private void Issue(HoldToken token) =>
        Require(_tokens.Add(token.Value) && token.Value >> GenerationShift > 0, $"Token {token} is not new.");

    private BookedHold HoldOf(ulong bookingId, ulong userId)
    {
        Require(
            _holds.TryGetValue(bookingId, out BookedHold? hold) && hold.UserId == userId,
            $"User {userId} holds no booking {bookingId} of showtime {showtimeId}.");
        return hold!;
    }

    private SeatClaim EndPayment(ulong paymentId, ulong bookingId, ulong userId)
    {
        Require(
            _payments.Remove(paymentId, out var payment) && payment.BookingId == bookingId && payment.UserId == userId,
            $"Payment {paymentId} is not under way.");
        return payment.Claim;
    }

    private void RequireOnSale(long timeMs) => Require(
        Terms is { IsCancelled: false } && timeMs < Terms.StartsAtMs && timeMs >= Terms.OnSaleAtMs,
        $"Showtime {showtimeId} is not on sale at {timeMs}.");
}
