using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Booking;

/// <summary>The waiting room: who may ask for seats at all, paced by what is free and what is about to lapse.</summary>
public sealed partial class ShowtimeMachine :
    IDecider<ShowtimeState, EnterWaitingRoom, VisitorAnswer>,
    IDecider<ShowtimeState, LeaveWaitingRoom, VisitorAnswer>,
    IDecider<ShowtimeState, FindVisitor, VisitorAnswer>,
    IDecider<ShowtimeState, RenewVisitor, VisitorAnswer>,
    IApplier<ShowtimeState, VisitorEntered>,
    IApplier<ShowtimeState, VisitorsAdmitted>,
    IApplier<ShowtimeState, VisitorLeft>,
    IApplier<ShowtimeState, VisitorHeard>,
    IApplier<ShowtimeState, VisitorsLost>
{
    /// <summary>Holds that lapse within this many milliseconds count as supply.</summary>
    private const long SupplyWindowMs = 60_000;

    /// <summary>Most visitors let in by one fact.</summary>
    private const int MaxAdmitted = 1024;

    /// <summary>Lost places are announced in steps of so many milliseconds, so that a crowd makes few facts.</summary>
    private const int LossStepMs = 1_000;

    /// <summary>A sign of life is a fact once this part of the time somebody may be silent has passed.</summary>
    private const int SilencePart = 4;

    /// <inheritdoc/>
    public VisitorAnswer Decide(ShowtimeState state, in EnterWaitingRoom command, Decision decision)
    {
        BookingCode code = CanSell(state, decision.TimeMs);
        if (code is not (BookingCode.Ok or BookingCode.NotOnSale)) return VisitorAnswer.Refused(code);
        if (!state.Terms!.HasWaitingRoom) return VisitorAnswer.Refused(BookingCode.NotInWaitingRoom);
        Sweep(state, decision);
        LoseVisitors(state, decision);
        GateSupply supply = SupplyOf(state, decision.TimeMs);
        GateResult can = (state.Gate ?? new AdmissionGate(_gate)).CanArrive(command.UserId, supply, decision.TimeMs);
        if (can == GateResult.Full) return VisitorAnswer.Refused(BookingCode.Full);
        if (can == GateResult.Waiting && state.Gate?.Find(command.UserId, decision.TimeMs) != GateResult.Waiting)
        {
            decision.Emit(this, state, new VisitorEntered(command.UserId));
            if (code == BookingCode.Ok) AdmitVisitors(state, decision);
        }

        Hear(state, command.UserId, decision);
        return Find(state, command.UserId, decision.TimeMs);
    }

    /// <inheritdoc/>
    public VisitorAnswer Decide(ShowtimeState state, in LeaveWaitingRoom command, Decision decision)
    {
        GateResult known = state.Gate?.Find(command.UserId, decision.TimeMs) ?? GateResult.Unknown;
        if (known == GateResult.Unknown) return VisitorAnswer.Refused(BookingCode.NotInWaitingRoom);
        decision.Emit(this, state, new VisitorLeft(command.UserId));
        GiveOn(state, decision);
        return new VisitorAnswer(BookingCode.Ok, false, 0, 0, 0, false);
    }

    /// <inheritdoc/>
    public VisitorAnswer Decide(ShowtimeState state, in FindVisitor command, Decision decision) =>
        state.Map is null ? VisitorAnswer.Refused(BookingCode.NotOpen) : Find(state, command.UserId, decision.TimeMs);

    /// <inheritdoc/>
    public VisitorAnswer Decide(ShowtimeState state, in RenewVisitor command, Decision decision)
    {
        if (state.Map is null) return VisitorAnswer.Refused(BookingCode.NotOpen);
        LoseVisitors(state, decision);
        Hear(state, command.UserId, decision);
        return Find(state, command.UserId, decision.TimeMs);
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in VisitorEntered fact, long timeMs)
    {
        state.Gate ??= new AdmissionGate(_gate);
        GateResult arrived = state.Gate.Arrive(fact.UserId, SupplyOf(state, timeMs), timeMs);
        if (arrived != GateResult.Waiting) throw new InvalidOperationException($"A visitor who entered is {arrived}.");
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in VisitorsAdmitted fact, long timeMs)
    {
        Span<ulong> admitted = stackalloc ulong[MaxAdmitted];
        int count = state.Gate!.Admit(timeMs, admitted[..fact.Count]);
        if (count != fact.Count)
            throw new InvalidOperationException($"{fact.Count} visitors were let in, {count} came.");
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in VisitorLeft fact, long timeMs) => state.Gate!.Leave(fact.UserId);

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in VisitorHeard fact, long timeMs)
    {
        if (!state.Gate!.Hear(fact.UserId, timeMs)) throw new InvalidOperationException("Who was heard does not wait.");
    }

    /// <inheritdoc/>
    public void Apply(ShowtimeState state, in VisitorsLost fact, long timeMs)
    {
        int count = state.Gate!.DropSilent(timeMs, fact.Count);
        if (count != fact.Count) throw new InvalidOperationException($"{fact.Count} visitors were lost, {count} went.");
    }

    private void Hear(ShowtimeState state, ulong userId, Decision decision)
    {
        if (state.Gate is not { } gate || !state.Terms!.HasWaitingRoom || gate.PositionOf(userId) == 0) return;
        if (decision.TimeMs - gate.LastHeardMs(userId) < gate.Options.PatienceMs / SilencePart) return;
        decision.Emit(this, state, new VisitorHeard(userId));
    }

    /// <summary>
    /// Records who was silent for too long by now; before anybody is let in or told a position. O(those).
    /// </summary>
    private void LoseVisitors(ShowtimeState state, Decision decision)
    {
        if (state.Gate is not { } gate || !state.Terms!.HasWaitingRoom) return;
        for (int count = gate.CountSilent(decision.TimeMs); count > 0; count -= MaxAdmitted)
            decision.EmitUpkeep(this, state, new VisitorsLost(Math.Min(count, MaxAdmitted)));
    }

    /// <summary>When places of silent visitors are lost, in steps.</summary>
    private static long NextLossMs(ShowtimeState state)
    {
        if (state.Gate is not { WaitingCount: > 0 } gate || !state.Terms!.HasWaitingRoom) return long.MaxValue;
        return (gate.NextSilentMs + LossStepMs - 1) / LossStepMs * LossStepMs;
    }

    private static bool IsAdmitted(ShowtimeState state, ulong userId, long nowMs) =>
        !state.Terms!.HasWaitingRoom || state.Gate?.Find(userId, nowMs) == GateResult.Admitted;

    private static GateSupply SupplyOf(ShowtimeState state, long nowMs) =>
        GateSupply.Of(state.Map!, nowMs, SupplyWindowMs);

    /// <summary>When somebody can be let in because a pass ends, or sale begins.</summary>
    private static long NextAdmissionMs(ShowtimeState state)
    {
        if (state.Gate is not { WaitingCount: > 0 } gate || !state.Terms!.HasWaitingRoom) return long.MaxValue;
        bool waitsForSale = gate.PassCount == 0 && gate.LastSeenMs < state.Terms.OnSaleAtMs;
        return waitsForSale ? state.Terms.OnSaleAtMs : gate.NextExpiryMs;
    }

    /// <summary>Sale is over: passes that end are only swept.</summary>
    private void SweepVisitors(ShowtimeState state, Decision decision)
    {
        if (NextAdmissionMs(state) > decision.TimeMs) return;
        decision.EmitUpkeep(this, state, new VisitorsAdmitted(0));
    }

    private void AdmitVisitors(ShowtimeState state, Decision decision)
    {
        LoseVisitors(state, decision);
        if (state.Gate is not { WaitingCount: > 0 } gate || !state.Terms!.HasWaitingRoom) return;
        int count = gate.CountToAdmit(SupplyOf(state, decision.TimeMs), decision.TimeMs);
        if (count == 0 && gate.NextExpiryMs > decision.TimeMs) return;
        decision.EmitUpkeep(this, state, new VisitorsAdmitted(Math.Min(count, MaxAdmitted)));
    }

    private static VisitorAnswer Find(ShowtimeState state, ulong userId, long nowMs)
    {
        bool isSoldOut = SupplyOf(state, nowMs).IsSoldOut;
        if (!state.Terms!.HasWaitingRoom || state.Gate is not { } gate)
            return VisitorAnswer.Refused(BookingCode.NotInWaitingRoom) with { IsSoldOut = isSoldOut };
        GateResult known = gate.Find(userId, nowMs);
        if (known == GateResult.Unknown)
            return VisitorAnswer.Refused(BookingCode.NotInWaitingRoom) with { IsSoldOut = isSoldOut };
        bool isAdmitted = known == GateResult.Admitted;
        return new VisitorAnswer(
            BookingCode.Ok,
            isAdmitted,
            gate.PositionOf(userId),
            isAdmitted ? gate.PassExpiryMs(userId) : 0,
            isAdmitted ? 0 : gate.EstimateWaitMs(userId, nowMs),
            isSoldOut);
    }
}
