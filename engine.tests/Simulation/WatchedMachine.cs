using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// The showtime machine with a witness: every call is written down with what it emitted. Faithful unless a mutant
/// overrides a part of it.
/// </summary>
internal abstract partial class WatchedMachine(TurnTrace trace) : IMachine<ShowtimeState>
{
    public byte SystemId => Real.SystemId;

    public string Name => Real.Name;

    internal ShowtimeMachine Real { get; } = new();

    public ShowtimeState Create(ulong key) => Real.Create(key);

    public virtual void Replay(ShowtimeState state, in EventHeader header, ref MessagePackReader payload) =>
        Real.Replay(state, in header, ref payload);

    public void Save(ShowtimeState state, ref MessagePackWriter writer) => Real.Save(state, ref writer);

    public ShowtimeState Load(ulong key, ref MessagePackReader reader) => Real.Load(key, ref reader);

    public long NextDueMs(ShowtimeState state) => Real.NextDueMs(state);

    public void OnDue(ShowtimeState state, Decision decision)
    {
        Real.OnDue(state, decision);
        trace.Decisions.Add(
            new TracedDecision(state.ShowtimeId, null, null, [], decision.EmittedCount, decision.EffectCount));
        SimulationFailure.Require(
            Real.NextDueMs(state) > decision.TimeMs,
            $"Waking showtime {state.ShowtimeId} at {decision.TimeMs} leaves it due at {Real.NextDueMs(state)}.");
    }

    private TResult Note<TCommand, TResult>(
        ShowtimeState state, in TCommand command, Decision decision, TResult result)
        where TCommand : struct
        where TResult : struct, IResult<TResult>
    {
        trace.Decisions.Add(new TracedDecision(
            state.ShowtimeId,
            command,
            result,
            Answers.Encode(in result),
            decision.EmittedCount,
            decision.EffectCount));
        return result;
    }
}
