using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>The smallest system there is: a partition is a sum that may ask to be woken.</summary>
internal sealed class TallyMachine :
    IMachine<TallyState>,
    IPrefetching<TallyState>,
    IDecider<TallyState, AddToTally, TallyResult>,
    IDecider<TallyState, ReadTally, TallyResult>,
    IApplier<TallyState, TallyAdded>
{
    public const long Refused = -1;
    public const long Throws = -2;

    public byte SystemId => 200;

    public string Name => "tally";

    public TallyState Create(ulong key) => new();

    public void Prefetch(ReadOnlySpan<TallyState> states)
    {
        foreach (TallyState state in states) state.PrefetchCount++;
    }

    public TallyResult Decide(TallyState state, in AddToTally command, Decision decision)
    {
        if (command.Amount == Throws) throw new InvalidOperationException("asked to throw");
        if (command.Amount == Refused) return new TallyResult(state.Sum, false);
        decision.Emit(this, state, new TallyAdded(command.Amount, command.WakeAtMs));
        return new TallyResult(state.Sum, true);
    }

    public TallyResult Decide(TallyState state, in ReadTally command, Decision decision) => new(state.Sum, true);

    public void Apply(TallyState state, in TallyAdded fact, long timeMs)
    {
        state.Sum += fact.Amount;
        state.Count++;
        if (fact.WakeAtMs != 0) state.WakeAtMs = fact.WakeAtMs;
        else if (timeMs >= state.WakeAtMs) state.WakeAtMs = long.MaxValue;
    }

    public void Replay(TallyState state, in EventHeader header, ref MessagePackReader payload) =>
        Apply(state, TallyAdded.Read(ref payload, header.Version), header.TimeMs);

    public void Save(TallyState state, ref MessagePackWriter writer)
    {
        writer.Write(state.Sum);
        writer.Write(state.Count);
        writer.Write(state.WakeAtMs);
    }

    public TallyState Load(ulong key, ref MessagePackReader reader) => new()
    {
        Sum = reader.ReadInt64(),
        Count = reader.ReadInt64(),
        WakeAtMs = reader.ReadInt64(),
    };

    public long NextDueMs(TallyState state) => state.WakeAtMs;

    public void OnDue(TallyState state, Decision decision) =>
        decision.Emit(this, state, new TallyAdded(1_000_000, 0));
}
