using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>Which parts of the engine are exchanged for broken ones; by default none.</summary>
internal sealed record SimulationMutation
{
    internal Func<FileJournal, JournalLayer> Journal { get; init; } = static inner => new FaithfulJournal(inner);

    internal Func<ISnapshotStore, ISnapshotStore> Snapshots { get; init; } = static inner => inner;

    internal Func<TurnTrace, WatchedMachine> Machine { get; init; } = static trace => new FaithfulMachine(trace);

    internal Func<IEventConsumer, IEventConsumer> Consumer { get; init; } = static inner => inner;

    /// <summary>Done to the disk just before a journal is opened on it.</summary>
    internal Action<SimulatedDisk> BeforeOpening { get; init; } = static _ => { };
}
