using Catalog.Engine.Leaderboards;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Leaderboards.Boards;
using Catalog.Engine.Tests.Simulation;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Simulation;

/// <summary>
/// A game mode in a whole engine that dies and loses power, against the list of all that counted; and the tester
/// tested. <c>CATALOG_SEED</c> replays one seed.
/// </summary>
public sealed class BoardsSimulationTests
{
    private const int Runs = 24;
    private const int Steps = 60;
    private const int MutantSeeds = 40;

    [Fact]
    public void BoardsAreExactThroughCrashes()
    {
        HashSet<string> seen = [];
        int lives = 0;
        SeedSweep.Each(Runs, seed =>
        {
            SimulatedBoards host = Run(seed, new SimulatedBoards(seed, (BoardOperator)(seed % 4)), seen);
            lives += host.LifeCount;
        });
        if (lives < Runs) return;
        string[] expected =
        [
            "died", "again Repeated", "again Done", "Ok", "Held", "repeated", "cleared", "upheld", "removed",
            "adjusted", "season reset", "ban over", "event over", "archived",
        ];
        Assert.Empty(expected.Except(seen));
        Assert.True(lives > 4 * Runs, $"{lives} lives");
    }

    [Fact]
    public void TheSameSeedIsTheSameLife()
    {
        ulong[] hashes = [.. Enumerable.Range(0, 2).Select(_ =>
            Run(5, new SimulatedBoards(5, BoardOperator.Sum), []).State.StateHash())];
        Assert.Equal(hashes[0], hashes[1]);
    }

    [Fact]
    public void CatchesAMidnightThatBelongsToTheDayBefore() =>
        Catches(static () => new MutantBoards.MidnightIsYesterday());

    [Fact]
    public void CatchesTiesTurnedAround() => Catches(static () => new MutantBoards.TiesAreTurnedAround());

    [Fact]
    public void CatchesABanThatIsNotUndone() => Catches(static () => new MutantBoards.BansStay());

    [Fact]
    public void CatchesATemporaryBanThatDoesNotEnd() => Catches(static () => new MutantBoards.BansNeverEnd());

    [Fact]
    public void CatchesSubmissionsThatReplayForgets() =>
        Catches(static () => new MutantBoards.ReplayForgetsSubmissions());

    [Fact]
    public void CatchesASnapshotThatForgetsAWindow() =>
        Catches(static () => new MutantBoards.SnapshotsForgetAWindow());

    [Fact]
    public void CatchesARemovalThatSparesArchives() => Catches(static () => new MutantBoards.RemovalSparesArchives());

    [Fact]
    public void CatchesAnAdjustmentThatMissesRegions() =>
        Catches(static () => new MutantBoards.AdjustmentsMissRegions());

    [Fact]
    public void CatchesASubmissionCountedTwice() => Catches(static () => new MutantBoards.CountsTwice());

    [Fact]
    public void CatchesSnapshotsThatClaimTooMuch() =>
        Catches(null, static inner => new MutantSnapshots.MovesPosition(inner, 400));

    private static SimulatedBoards Run(int seed, SimulatedBoards host, HashSet<string> seen)
    {
        var world = new BoardsWorld(new Random(seed), host);
        for (int step = 0; step < Steps; step++) world.Step();
        host.End();
        seen.UnionWith(world.Seen);
        seen.UnionWith(host.Seen);
        return host;
    }

    /// <summary>Some seed of the first few must fail.</summary>
    private static void Catches(
        Func<WatchedBoards>? machine, Func<ISnapshotStore, ISnapshotStore>? snapshots = null)
    {
        for (int seed = 0; seed < MutantSeeds; seed++)
        {
            try
            {
                Run(seed, new SimulatedBoards(seed, (BoardOperator)(seed % 4), machine, snapshots), []);
            }
            catch (Exception caught) when (caught is SimulationFailure or Xunit.Sdk.XunitException
                or InvalidOperationException or MessagePackFormatException
                || caught.GetType().Name == "DebugAssertException")
            {
                return;
            }
        }

        Assert.Fail($"{MutantSeeds} seeds did not notice.");
    }
}
