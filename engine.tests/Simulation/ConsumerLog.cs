using Catalog.Engine.Core.Consumers;
using static Catalog.Engine.Tests.Simulation.SimulationFailure;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>
/// What a consumer did in the world outside, which no crash undoes: every durable fact at least once, in order within
/// a life, none skipped unless it was parked.
/// </summary>
internal sealed class ConsumerLog(Ledger ledger)
{
    private readonly HashSet<int> _done = [];
    private int _nextInLife = -1;

    /// <summary>Where parked facts are kept in this life.</summary>
    internal IConsumerStore? Store { get; private set; }

    internal int DoneCount => _done.Count;

    internal void BeginLife(IConsumerStore store)
    {
        Store = store;
        _nextInLife = -1;
    }

    /// <summary>A fact is handed over; it may still fail.</summary>
    internal void OnTried(long position)
    {
        int index = ledger.IndexOf(position);
        Require(index >= 0, $"The consumer is given a fact at {position} that is not durable.");
        if (_nextInLife >= 0) Require(index >= _nextInLife, "The consumer goes back within a life.");
        int from = _nextInLife < 0 ? 0 : _nextInLife;
        for (int i = from; i < index; i++) Require(IsDone(i), $"The consumer skipped fact {i} of {ledger.Count}.");
        _nextInLife = Math.Max(index, _nextInLife);
    }

    internal void OnHandled(long position)
    {
        int index = ledger.IndexOf(position);
        _done.Add(index);
        _nextInLife = index + 1;
    }

    /// <summary>At the end every fact was handled or is parked.</summary>
    internal void CheckComplete()
    {
        for (int i = 0; i < ledger.Count; i++) Require(IsDone(i), $"The consumer never saw fact {i}.");
    }

    private bool IsDone(int index) => _done.Contains(index) || IsParked(ledger.Facts[index].Header.Position);

    private bool IsParked(long position)
    {
        ConsumerState? state = Store!.LoadAsync(WitnessConsumer.ConsumerName, CancellationToken.None).Result;
        return state is not null && state.Parked.Any(parked => parked.Header.Position == position);
    }
}
