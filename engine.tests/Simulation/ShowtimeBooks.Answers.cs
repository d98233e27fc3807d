using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <content>Which answer goes with which facts, and when a refusal is right.</content>
internal sealed partial class ShowtimeBooks
{
    /// <summary>Checks an answer against the facts it came with, which are in the books by now.</summary>
    internal void CheckAnswer(object command, object result, IReadOnlyList<Fact> facts, long nowMs)
    {
        List<Fact> effects = [.. facts.Where(static fact => !IsUpkeep(fact))];
        switch (command, result)
        {
            case (ReserveSeats c, HoldResult r): CheckReserve(c, r, effects, nowMs); break;
            case (ReserveBest c, HoldResult r): CheckBest(c, r, effects); break;
            case (ExtendHold c, HoldResult r): CheckExtend(c, r, effects, nowMs); break;
            case (ReleaseHold c, BookingResult r): CheckRelease(c, r, effects); break;
            case (FindBooking c, HoldResult r): CheckFound(c, r, facts, nowMs); break;
            case (StartPayment c, PaymentResult r): CheckStart(c, r, effects); break;
            case (FinishPayment c, PaymentResult r): CheckFinish(c, r, effects); break;
            case (CancelBooking c, BookingResult r): CheckCancel(c, r, effects); break;
            case (ReadSeats c, SeatsReading): CheckCopy(c.Target, facts, nowMs); break;
            case (ReadHolds c, HoldsReading): CheckHolds(c.Target, facts, nowMs); break;
            case (_, BookingResult { Code: not BookingCode.Ok }): Expect(effects, 0); break;
            case (_, WaitingAnswer { Code: not BookingCode.Ok }): Expect(effects, 0); break;
        }

        if (result is HoldResult { Code: not BookingCode.Ok } refused) CheckRefusal(refused.Code, nowMs);
    }

    private static bool IsUpkeep(Fact fact) => fact.IsIdempotency || fact.Header.Type is 11 or 42 or 51 or 54;

    private static void Expect(List<Fact> effects, int count) =>
        Require(effects.Count == count, $"{effects.Count} effects instead of {count}: {string.Join(", ", effects)}.");

    private static TEvent Single<TEvent>(List<Fact> effects)
        where TEvent : struct, IEvent<TEvent>
    {
        Require(
            effects.Count > 0 && effects[^1].Header.Type == TEvent.TypeId,
            $"{typeof(TEvent).Name} was answered and did not happen.");
        return effects[^1].Read<TEvent>();
    }

    private void CheckReserve(in ReserveSeats command, in HoldResult result, List<Fact> effects, long nowMs)
    {
        Expect(effects, result.Code == BookingCode.Ok ? 1 : 0);
        if (result.Code == BookingCode.Ok)
        {
            SeatsHeld held = Single<SeatsHeld>(effects);
            Require(
                held.UserId == command.UserId && held.Claim.Seats == command.Seats
                && held.Claim.Places == command.Places,
                $"Booking {held.BookingId} holds something else than was asked for.");
            CheckHeld(in held, in result);
            return;
        }

        if (result.Code == BookingCode.SeatTaken)
        {
            bool isTaken = _seats[result.Seat] == SeatStatus.Sold || IsHeldBySomebody(result.Seat, nowMs);
            Require(isTaken, $"Seat {result.Seat} of showtime {showtimeId} is refused and free.");
        }

        if (result.Code == BookingCode.SeatBlocked)
            Require(_seats[result.Seat] == SeatStatus.Blocked, $"Seat {result.Seat} is refused and not blocked.");
        if (result.Code is BookingCode.SeatTaken or BookingCode.SeatBlocked)
            Require(result.Claim.Seats == NotFree(command.Seats), $"Not exactly {result.Claim.Seats} are in the way.");
        if (result.Code == BookingCode.AreaFull)
            Require(FreePlaces(command.Area) < command.Places, $"Area {command.Area} is refused and has room.");
    }

    /// <summary>After a decision nothing that has lapsed is left in the books.</summary>
    private SeatList NotFree(SeatList seats) =>
        new([.. seats.Span.ToArray().Where(seat => _seats[seat] != SeatStatus.Free)]);

    private static void CheckBest(in ReserveBest command, in HoldResult result, List<Fact> effects)
    {
        Expect(effects, result.Code == BookingCode.Ok ? 1 : 0);
        if (result.Code != BookingCode.Ok) return;
        SeatsHeld held = Single<SeatsHeld>(effects);
        bool isTheirs = held.UserId == command.UserId && held.Claim.Seats.Count == command.Wish.Count;
        Require(isTheirs, "Another party is held.");
        CheckHeld(in held, in result);
    }

    private static void CheckHeld(in SeatsHeld held, in HoldResult result) => Require(
        held.BookingId == result.BookingId && held.Token == result.Token
        && held.ExpiryMs == result.ExpiryMs && held.Claim == result.Claim,
        $"Booking {held.BookingId} was answered as {result}.");

    private void CheckExtend(in ExtendHold command, in HoldResult result, List<Fact> effects, long nowMs)
    {
        Expect(effects, result.Code == BookingCode.Ok ? 1 : 0);
        CheckKnown(command.BookingId, command.UserId, result.Code);
        if (result.Code == BookingCode.NoMoreExtensions)
            Require(_holds[command.BookingId].Extensions >= Terms!.MaxExtensions, "An extension is left.");
        if (result.Code != BookingCode.Ok) return;
        HoldExtended extended = Single<HoldExtended>(effects);
        BookedHold hold = _holds[command.BookingId];
        Require(
            extended.BookingId == command.BookingId && result.Token.Value == hold.Token
            && result.ExpiryMs == hold.ExpiryMs && result.ExpiryMs > nowMs,
            $"Booking {command.BookingId} was extended to something else.");
    }

    private void CheckRelease(in ReleaseHold command, in BookingResult result, List<Fact> effects)
    {
        Expect(effects, result.Code == BookingCode.Ok ? 1 : 0);
        if (result.Code == BookingCode.Ok)
        {
            HoldReleased released = Single<HoldReleased>(effects);
            bool isTheirs = released.BookingId == command.BookingId
                && (command.IsByHouse || released.UserId == command.UserId);
            Require(isTheirs, "Another is released.");
        }
        else if (!command.IsByHouse)
        {
            CheckKnown(command.BookingId, command.UserId, result.Code);
        }
    }

    private void CheckStart(StartPayment command, in PaymentResult result, List<Fact> effects)
    {
        if (result.Code == BookingCode.PaymentRunning)
            Require(_payments.Values.Any(payment => payment.BookingId == command.BookingId), "No payment is running.");
        if (result.Code != BookingCode.Ok)
        {
            Expect(effects, 0);
            CheckKnown(command.BookingId, command.UserId, result.Code);
            return;
        }

        PaymentStarted started = Single<PaymentStarted>(effects);
        Require(
            started.PaymentId == command.PaymentId && started.BookingId == command.BookingId
            && started.UserId == command.UserId && result.Claim == started.Claim,
            $"Payment {command.PaymentId} is started for something else.");
    }

    private void CheckFinish(in FinishPayment command, in PaymentResult result, List<Fact> effects)
    {
        Expect(effects, result.Code == BookingCode.UnknownPayment ? 0 : 1);
        ulong paymentId = command.PaymentId;
        bool isRight = result.Code switch
        {
            BookingCode.UnknownPayment => !_payments.ContainsKey(paymentId),
            BookingCode.PaymentDeclined => !command.IsApproved && Single<PaymentFailed>(effects).PaymentId == paymentId,
            BookingCode.PaymentRefunded =>
                command.IsApproved && Single<PaymentRefunded>(effects).PaymentId == paymentId,
            BookingCode.Ok => command.IsApproved && Single<BookingConfirmed>(effects).PaymentId == paymentId
                && result.Claim == Single<BookingConfirmed>(effects).Claim,
            _ => false,
        };
        Require(isRight, $"Payment {paymentId}, approved {command.IsApproved}, ends in {result.Code}.");
    }

    private void CheckCancel(in CancelBooking command, in BookingResult result, List<Fact> effects)
    {
        Expect(effects, result.Code == BookingCode.Ok ? 1 : 0);
        bool isKnown = _sales.TryGetValue(command.BookingId, out BookedSale? sale);
        bool isAllowed = isKnown && (command.IsByHouse || sale!.UserId == command.UserId);
        if (result.Code == BookingCode.UnknownBooking) Require(!isAllowed, "A booking could be cancelled.");
        if (result.Code != BookingCode.Ok) return;
        BookingCancelled cancelled = Single<BookingCancelled>(effects);
        Require(
            isAllowed && cancelled.BookingId == command.BookingId && cancelled.IsByHouse == command.IsByHouse
            && result.AmountCents == sale!.Claim.AmountCents,
            $"Booking {command.BookingId} was cancelled against the rules.");
    }

    private void CheckFound(in FindBooking command, in HoldResult result, IReadOnlyList<Fact> facts, long nowMs)
    {
        Require(facts.Count == 0, "A query has facts.");
        if (result.Code is not BookingCode.Ok)
        {
            CheckKnown(command.BookingId, command.UserId, result.Code);
            bool isSold = _sales.TryGetValue(command.BookingId, out BookedSale? sale) && sale.UserId == command.UserId;
            if (isSold) Require(result.Claim == sale!.Claim, $"Booking {command.BookingId} is found with other seats.");
            return;
        }

        BookedHold hold = HoldOf(command.BookingId, command.UserId);
        Require(
            hold.ExpiryMs > nowMs && hold.Token == result.Token.Value && hold.ExpiryMs == result.ExpiryMs
            && hold.Claim == result.Claim,
            $"Booking {command.BookingId} is found as something else.");
    }

    /// <summary>Whether a refusal because of the booking itself is right.</summary>
    private void CheckKnown(ulong bookingId, ulong userId, BookingCode code)
    {
        bool isHeld = _holds.TryGetValue(bookingId, out BookedHold? hold) && hold.UserId == userId;
        bool isSold = _sales.TryGetValue(bookingId, out BookedSale? sale) && sale.UserId == userId;
        bool isRight = code switch
        {
            BookingCode.UnknownBooking => !isHeld && !isSold,
            BookingCode.AlreadyConfirmed => isSold && !sale!.IsCancelled,
            BookingCode.AlreadyCancelled => isSold && sale!.IsCancelled,
            BookingCode.HoldSuperseded => isHeld,
            _ => true,
        };
        Require(isRight, $"Booking {bookingId} of user {userId} is called {code}.");
    }

    private void CheckRefusal(BookingCode code, long nowMs)
    {
        bool isRight = code switch
        {
            BookingCode.NotOpen => Plan is null,
            BookingCode.ShowCancelled => Terms!.IsCancelled,
            BookingCode.ShowStarted => nowMs >= Terms!.StartsAtMs,
            BookingCode.NotOnSale => nowMs < Terms!.OnSaleAtMs,
            BookingCode.NotAdmitted => Terms!.HasWaitingRoom,
            _ => true,
        };
        Require(isRight, $"Showtime {showtimeId} refuses with {code} at {nowMs}.");
    }

    private bool IsHeldBySomebody(int seat, long nowMs) =>
        _holds.Values.Any(hold => hold.ExpiryMs > nowMs && hold.Claim.Seats.Contains(seat));

    private void CheckCopy(SeatsCopy copy, IReadOnlyList<Fact> facts, long nowMs)
    {
        Require(facts.Count == 0, "A query has facts.");
        for (int seat = 0; seat < copy.Statuses.Length; seat++)
        {
            bool hasLapsed = _seats[seat] == SeatStatus.Held && !IsHeldBySomebody(seat, nowMs);
            SeatStatus expected = hasLapsed ? SeatStatus.Free : _seats[seat];
            Require(copy.Statuses[seat] == (byte)expected, $"Seat {seat} is read as {copy.Statuses[seat]}.");
        }
    }

    private void CheckHolds(HoldsCopy copy, IReadOnlyList<Fact> facts, long nowMs)
    {
        Require(facts.Count == 0, "A query has facts.");
        IEnumerable<BookedHold> live =
            _holds.Values.Where(hold => hold.ExpiryMs > nowMs).OrderBy(hold => hold.Token >> GenerationShift);
        var told = copy.Holds.Select(hold => (hold.BookingId, hold.Hold.Owner, hold.Hold.Seats, hold.Hold.ExpiryMs));
        var booked = live.Select(hold => (hold.BookingId, hold.UserId, hold.Claim.Seats, hold.ExpiryMs));
        Require(told.SequenceEqual(booked), $"The holds of showtime {showtimeId} are told wrong.");
    }
}
