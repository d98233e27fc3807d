using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Machines;

/// <summary>
/// One partition of a machine without an engine around it: decides, keeps every fact it decided on, and can tell
/// whether replaying them from nothing, or from any snapshot, leads to the very same state.
/// </summary>
internal abstract class MachineHarness<TState>(
    IMachine<TState> machine, ulong key, Func<TState, ulong> hash, long nowMs)
    where TState : class
{
    private readonly ByteBuffer _journal = new(1 << 16);
    private readonly Decision _decision = new();
    private int _mark;

    public IMachine<TState> Machine { get; } = machine;

    public TState State { get; private set; } = machine.Create(key);

    public long NowMs { get; set; } = nowMs;

    public int LastEventCount { get; private set; }

    public ulong Hash => hash(State);

    /// <summary>Types of the facts of the latest decision.</summary>
    public IEnumerable<ushort> LastFacts
    {
        get
        {
            for (int at = _mark; at < _journal.Length;)
            {
                (ushort type, int length) = FactAt(at);
                yield return type;
                at += length;
            }
        }
    }

    public TResult Run<TCommand, TResult>(TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        Begin();
        var decider = (IDecider<TState, TCommand, TResult>)Machine;
        TResult result = decider.Decide(State, in command, _decision);
        LastEventCount = _decision.EmittedCount;
        return result;
    }

    /// <summary>Wakes the machine when it wants to be.</summary>
    public bool WakeIfDue()
    {
        if (Machine.NextDueMs(State) > NowMs) return false;
        Begin();
        Machine.OnDue(State, _decision);
        LastEventCount = _decision.EmittedCount;
        Assert.True(Machine.NextDueMs(State) > NowMs, "OnDue must move the next due time forward");
        return true;
    }

    /// <summary>Forgets the facts so far: nothing can be replayed from then on.</summary>
    protected void Forget() => _journal.Clear();

    /// <summary>Saves and loads the state, going on with what was loaded.</summary>
    public void Reload()
    {
        ulong before = Hash;
        var saved = new ByteBuffer(4096);
        var writer = new MessagePackWriter(saved);
        Machine.Save(State, ref writer);
        var reader = new MessagePackReader(saved.WrittenSpan);
        State = Machine.Load(key, ref reader);
        Assert.True(reader.End);
        Assert.Equal(before, Hash);
    }

    /// <summary>Every fact that was not forgotten, in the order they happened.</summary>
    public IEnumerable<(EventHeader Header, byte[] Payload)> Facts()
    {
        byte[] facts = _journal.WrittenSpan.ToArray();
        for (int at = 0; at < facts.Length;)
        {
            int length = RecordHeader.Stamp(facts.AsSpan(at), 0);
            EventHeader header = RecordHeader.ReadEvent(facts.AsSpan(at));
            yield return (header, facts[(at + RecordHeader.SizeBytes)..(at + length)]);
            at += length;
        }
    }

    /// <summary>Replays every fact from nothing and compares.</summary>
    public void CheckReplay()
    {
        TState replayed = Machine.Create(key);
        foreach ((EventHeader header, byte[] bytes) in Facts())
        {
            var payload = new MessagePackReader(bytes);
            Machine.Replay(replayed, in header, ref payload);
            Assert.True(payload.End, $"Fact {header.Type} was read to its end.");
        }

        Assert.Equal(Hash, hash(replayed));
    }

    private (ushort Type, int Length) FactAt(int at)
    {
        Span<byte> rest = _journal.WrittenSpan[at..];
        return (RecordHeader.ReadEvent(rest).Type, (int)RecordHeader.ReadLength(rest));
    }

    private void Begin()
    {
        _mark = _journal.Length;
        _decision.Begin(_journal, new PartitionKey(Machine.SystemId, key), NowMs);
    }
}
