using System.Globalization;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>The tester tested: an engine with one thing wrong does not get far.</summary>
public sealed class SimulationMutantTests
{
    private const int Seeds = 400;

    [Fact]
    public void Catches_answers_before_the_sync() =>
        Catches(new() { Journal = static inner => new MutantJournals.AcknowledgesBeforeSync(inner) }, "it was durable");

    [Fact]
    public void Catches_answers_out_of_order() =>
        Catches(new() { Journal = static inner => new MutantJournals.AcknowledgesBackwards(inner) }, "out of order");

    [Fact]
    public void Catches_recovery_that_misses_the_last_fact() =>
        Catches(new() { Journal = static inner => new MutantJournals.SkipsTheLastFact(inner) }, "what its facts say");

    [Fact]
    public void Catches_batches_written_twice() =>
        Catches(new() { Journal = static inner => new MutantJournals.WritesTwice(inner) }, "journal");

    [Fact]
    public void Catches_torn_groups_that_are_believed() =>
        Catches(new() { BeforeOpening = MutantJournals.AcceptTornGroups }, "in part");

    [Fact]
    public void Catches_snapshots_that_claim_too_much() =>
        Catches(new() { Snapshots = static inner => new MutantSnapshots.MovesPosition(inner, 400) });

    [Fact]
    public void Catches_snapshots_that_claim_too_little() =>
        Catches(new() { Snapshots = static inner => new MutantSnapshots.MovesPosition(inner, -400) });

    [Fact]
    public void Catches_snapshots_without_idempotency_keys() =>
        Catches(new() { Snapshots = static inner => new MutantSnapshots.ForgetsKeys(inner) });

    [Fact]
    public void Catches_checkpoints_that_claim_too_much()
    {
        FileJournal? journal = null;
        Catches(new()
        {
            Journal = inner => new FaithfulJournal(journal = inner),
            Snapshots = inner => new MutantSnapshots.OverstatesCheckpoint(inner, () => journal!.CommittedPosition),
        });
    }

    [Fact]
    public void Catches_models_saved_at_the_wrong_position() =>
        Catches(new() { Snapshots = static inner => new MutantSnapshots.DelaysModels(inner) }, "projection");

    [Fact]
    public void Catches_a_consumer_whose_offset_is_ahead_of_what_it_did() =>
        Catches(new() { Consumer = static inner => new HandlesLater(inner) }, "consumer");

    [Fact]
    public void Catches_a_held_seat_given_to_another() =>
        Catches(new() { Machine = static trace => new MutantMachines.SellsHeldSeats(trace) });

    [Fact]
    public void Catches_lapsed_holds_that_still_count() =>
        Catches(new() { Machine = static trace => new MutantMachines.IgnoresLapses(trace) }, "refused and free");

    [Fact]
    public void Catches_cancelling_by_strangers() =>
        Catches(new() { Machine = static trace => new MutantMachines.CancelsForAnybody(trace) }, "was cancelled");

    [Fact]
    public void Catches_declined_payments_that_sell() =>
        Catches(new() { Machine = static trace => new MutantMachines.ApprovesEverything(trace) }, "approved False");

    [Fact]
    public void Catches_a_dead_token_in_an_answer() =>
        Catches(new() { Machine = static trace => new MutantMachines.AnswersTheOldToken(trace) }, "extended");

    [Fact]
    public void Catches_a_fact_that_replay_forgets() =>
        Catches(new() { Machine = static trace => new MutantMachines.ForgetsOnReplay(trace) });

    [Fact]
    public void Catches_a_fact_that_replay_applies_twice() =>
        Catches(new() { Machine = static trace => new MutantMachines.ReplaysTwice(trace) });

    /// <summary>Some seed of the first few must fail, and say what is wrong.</summary>
    private static void Catches(SimulationMutation mutation, string complaint = "")
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            try
            {
                SimulatedWorld.Run(seed, SimulationTests.Steps, mutation);
            }
            catch (SimulationFailure failure)
            {
                Assert.Contains(complaint, failure.Message, StringComparison.Ordinal);
                return;
            }
        }

        Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{Seeds} seeds did not notice."));
    }
}
