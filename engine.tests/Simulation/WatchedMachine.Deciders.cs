using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Simulation;

/// <content>Every decider, passed on and noted; those that mutants change can be overridden.</content>
internal abstract partial class WatchedMachine :
    IDecider<ShowtimeState, OpenShowtime, BookingResult>,
    IDecider<ShowtimeState, ReviseShowtime, BookingResult>,
    IDecider<ShowtimeState, ReadSeats, SeatsReading>,
    IDecider<ShowtimeState, ReserveSeats, HoldResult>,
    IDecider<ShowtimeState, ReserveBest, HoldResult>,
    IDecider<ShowtimeState, ReleaseHold, BookingResult>,
    IDecider<ShowtimeState, ExtendHold, HoldResult>,
    IDecider<ShowtimeState, FindBooking, HoldResult>,
    IDecider<ShowtimeState, StartPayment, PaymentResult>,
    IDecider<ShowtimeState, FinishPayment, PaymentResult>,
    IDecider<ShowtimeState, CancelBooking, BookingResult>,
    IDecider<ShowtimeState, BlockSeats, BookingResult>,
    IDecider<ShowtimeState, UnblockSeats, BookingResult>,
    IDecider<ShowtimeState, BlockPlaces, BookingResult>,
    IDecider<ShowtimeState, UnblockPlaces, BookingResult>,
    IDecider<ShowtimeState, JoinWaitingList, WaitingAnswer>,
    IDecider<ShowtimeState, LeaveWaitingList, WaitingAnswer>,
    IDecider<ShowtimeState, FindWaiting, WaitingAnswer>,
    IDecider<ShowtimeState, EnterWaitingRoom, VisitorAnswer>,
    IDecider<ShowtimeState, LeaveWaitingRoom, VisitorAnswer>,
    IDecider<ShowtimeState, FindVisitor, VisitorAnswer>,
    IDecider<ShowtimeState, RenewVisitor, VisitorAnswer>,
    IDecider<ShowtimeState, ReadHolds, HoldsReading>
{
    public BookingResult Decide(ShowtimeState state, in OpenShowtime command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public BookingResult Decide(ShowtimeState state, in ReviseShowtime command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public SeatsReading Decide(ShowtimeState state, in ReadSeats command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public HoldResult Decide(ShowtimeState state, in ReserveSeats command, Decision decision) =>
        Note(state, in command, decision, Do(state, in command, decision));

    protected virtual HoldResult Do(ShowtimeState state, in ReserveSeats command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public HoldResult Decide(ShowtimeState state, in ReserveBest command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public BookingResult Decide(ShowtimeState state, in ReleaseHold command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public HoldResult Decide(ShowtimeState state, in ExtendHold command, Decision decision) =>
        Note(state, in command, decision, Do(state, in command, decision));

    protected virtual HoldResult Do(ShowtimeState state, in ExtendHold command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public HoldResult Decide(ShowtimeState state, in FindBooking command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public PaymentResult Decide(ShowtimeState state, in StartPayment command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public PaymentResult Decide(ShowtimeState state, in FinishPayment command, Decision decision) =>
        Note(state, in command, decision, Do(state, in command, decision));

    protected virtual PaymentResult Do(ShowtimeState state, in FinishPayment command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public BookingResult Decide(ShowtimeState state, in CancelBooking command, Decision decision) =>
        Note(state, in command, decision, Do(state, in command, decision));

    protected virtual BookingResult Do(ShowtimeState state, in CancelBooking command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public BookingResult Decide(ShowtimeState state, in BlockSeats command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public BookingResult Decide(ShowtimeState state, in UnblockSeats command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public BookingResult Decide(ShowtimeState state, in BlockPlaces command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public BookingResult Decide(ShowtimeState state, in UnblockPlaces command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public WaitingAnswer Decide(ShowtimeState state, in JoinWaitingList command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public WaitingAnswer Decide(ShowtimeState state, in LeaveWaitingList command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public WaitingAnswer Decide(ShowtimeState state, in FindWaiting command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public VisitorAnswer Decide(ShowtimeState state, in EnterWaitingRoom command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public VisitorAnswer Decide(ShowtimeState state, in LeaveWaitingRoom command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public VisitorAnswer Decide(ShowtimeState state, in FindVisitor command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public VisitorAnswer Decide(ShowtimeState state, in RenewVisitor command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));

    public HoldsReading Decide(ShowtimeState state, in ReadHolds command, Decision decision) =>
        Note(state, in command, decision, Real.Decide(state, in command, decision));
}
