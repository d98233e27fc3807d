using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>What happened in the turn at hand: the machine's calls, and the batch that went to the journal.</summary>
internal sealed class TurnTrace
{
    internal List<TracedDecision> Decisions { get; } = [];

    internal List<Fact>? Appended { get; private set; }

    internal void Clear()
    {
        Decisions.Clear();
        Appended = null;
    }

    internal void OnAppend(JournalBatch batch)
    {
        SimulationFailure.Require(Appended is null, "A turn hands one batch to the journal.");
        Appended = Fact.ReadAll(batch.Records);
    }
}
