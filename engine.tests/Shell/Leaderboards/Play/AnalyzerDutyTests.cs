using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Tests.Cluster.Nodes;
using Catalog.Shell.Events;
using Catalog.Shell.Leaderboards.Play;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Shell.Leaderboards.Play;

/// <summary>
/// The duty to look for cheaters comes to a server after somebody cheated and stopped playing, and the server that had
/// it did not get to that.
/// </summary>
public sealed class AnalyzerDutyTests
{
    private const ulong Cheater = 9_001;

    [Fact]
    public async Task Everybody_is_judged_once_when_it_comes()
    {
        await using var host = new ShellHost();
        // What this server does by itself is out of the way: another trainer takes its part.
        await host.Service<EventHost>().FindConsumer(CheatAnalyzer.ConsumerName)!.PauseAsync();
        await CheatStage.PlayHonestlyAsync(host);
        var cluster = new DutyCluster();
        var trainer = new PlayTrainer(
            host.Service<ProjectionView<PlayBook>>(), host.Service<CaseRaiser>(), host.Service<PlayOptions>(), cluster,
            host.Clock, host.Service<PlayMeters>(), NullLogger<PlayTrainer>.Instance);
        await trainer.StartAsync(default);
        await trainer.TrainAsync();
        await CheatStage.CheatAsync(host, Cheater);
        cluster.Tell();
        await trainer.TrainAsync();
        Assert.True(host.Service<PlaySource>().JudgementOf(Cheater).Verdict.IsFlagged);
        Assert.False(CheatStage.IsFlagged(host, Cheater));

        int trainings = trainer.Count;
        cluster.Give();
        await Until.HoldsAsync(() => CheatStage.IsFlagged(host, Cheater), "the cheater is found");
        Assert.Equal(trainings, trainer.Count);
        await trainer.StopAsync();
    }
}
