using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>Showtime machines with one thing wrong.</summary>
internal static class MutantMachines
{
    /// <summary>Takes a seat from whoever holds it.</summary>
    internal sealed class SellsHeldSeats(TurnTrace trace) : WatchedMachine(trace)
    {
        protected override HoldResult Do(ShowtimeState state, in ReserveSeats command, Decision decision)
        {
            if (state.Map is { } map && command.Seats.Count > 0 && command.Seats[0] < map.SeatCount)
            {
                foreach (HoldRecord hold in Holds(map))
                {
                    if (!hold.Seats.Contains(command.Seats[0]) || hold.ExpiryMs <= decision.TimeMs) continue;
                    ulong bookingId = state.BookingOf(hold.Token);
                    if (state.PaymentOf.ContainsKey(bookingId)) continue;
                    var released = new HoldReleased(map.Version + 1, bookingId, hold.Owner, SeatClaim.Of(in hold));
                    decision.EmitUpkeep(Real, state, in released);
                }
            }

            return Real.Decide(state, in command, decision);
        }

        private static List<HoldRecord> Holds(SeatMap map)
        {
            List<HoldRecord> holds = [];
            foreach (HoldRecord hold in map.Holds()) holds.Add(hold);
            return holds;
        }
    }

    /// <summary>Refuses seats whose hold has lapsed, until somebody notices that it has.</summary>
    internal sealed class IgnoresLapses(TurnTrace trace) : WatchedMachine(trace)
    {
        protected override HoldResult Do(ShowtimeState state, in ReserveSeats command, Decision decision)
        {
            SeatOutcome can = state.Map?.CanTake(command.Seats.Span) ?? new SeatOutcome(SeatResult.Ok, default, -1);
            if (can.Result != SeatResult.SeatTaken) return Real.Decide(state, in command, decision);
            SeatMap map = state.Map!;
            ushort[] seats = command.Seats.Span.ToArray();
            var inTheWay = new SeatList([.. seats.Where(seat => map.StatusOf(seat) != SeatStatus.Free)]);
            return HoldResult.Refused(BookingCode.SeatTaken, can.Seat, inTheWay);
        }
    }

    /// <summary>Lets anybody cancel anything.</summary>
    internal sealed class CancelsForAnybody(TurnTrace trace) : WatchedMachine(trace)
    {
        protected override BookingResult Do(ShowtimeState state, in CancelBooking command, Decision decision) =>
            Real.Decide(state, command with { IsByHouse = true }, decision);
    }

    /// <summary>Sells what was declined.</summary>
    internal sealed class ApprovesEverything(TurnTrace trace) : WatchedMachine(trace)
    {
        protected override PaymentResult Do(ShowtimeState state, in FinishPayment command, Decision decision) =>
            Real.Decide(state, command with { IsApproved = true }, decision);
    }

    /// <summary>Answers an extension with the token it had before.</summary>
    internal sealed class AnswersTheOldToken(TurnTrace trace) : WatchedMachine(trace)
    {
        protected override HoldResult Do(ShowtimeState state, in ExtendHold command, Decision decision)
        {
            HoldResult result = Real.Decide(state, in command, decision);
            return result.Code == BookingCode.Ok ? result with { Token = command.Token } : result;
        }
    }

    /// <summary>Forgets, on replay only, that somebody began to wait.</summary>
    internal sealed class ForgetsOnReplay(TurnTrace trace) : WatchedMachine(trace)
    {
        public override void Replay(ShowtimeState state, in EventHeader header, ref MessagePackReader payload)
        {
            if (header.Type != WaitingJoined.TypeId) base.Replay(state, in header, ref payload);
        }
    }

    /// <summary>Applies what is replayed twice.</summary>
    internal sealed class ReplaysTwice(TurnTrace trace) : WatchedMachine(trace)
    {
        public override void Replay(ShowtimeState state, in EventHeader header, ref MessagePackReader payload)
        {
            MessagePackReader again = payload;
            base.Replay(state, in header, ref payload);
            if (header.Type == SeatsHeld.TypeId) base.Replay(state, in header, ref again);
        }
    }
}
