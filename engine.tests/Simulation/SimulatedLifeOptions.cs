using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>How one life is sized, drawn anew for each.</summary>
internal sealed record SimulatedLifeOptions
{
    internal required EngineOptions Engine { get; init; }

    internal required FileJournalOptions Journal { get; init; }

    internal required PackedSnapshotOptions Snapshots { get; init; }

    internal required ConsumerOptions Consuming { get; init; }

    internal required ProjectionOptions Projecting { get; init; }

    internal required IEventConsumer Consumer { get; init; }
}
