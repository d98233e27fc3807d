using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Cluster.Kafka;
using Catalog.Engine.Tests.Cluster.Postgres.Journal;
using Catalog.Engine.Tests.Cluster.Postgres;
using Catalog.Engine.Tests.Shell;
using Catalog.Engine.Tests.Shell.Leaderboards.Play;
using Catalog.Shell.Cluster.Kafka;
using Catalog.Shell.Events;
using Catalog.Shell.Hosting;
using Catalog.Shell.Leaderboards.Consumers;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Engine.Tests.Cluster.Nodes;

/// <summary>
/// The server that looks for cheaters loses its database as if it were killed, and the other one goes on: what it had
/// raised is not raised again though its offset was not saved, what it had not got to is raised, and both are told
/// outside.
/// </summary>
[Collection(PostgresGroup.Name)]
public sealed class AnalyzerMoveTests(PostgresWorld postgres)
{
    private const int Shards = 5;
    private const ulong Raised = 9_001;
    private const ulong Waiting = 9_002;

    [Fact]
    public async Task Whoever_takes_over_raises_what_was_not_raised_and_nothing_twice()
    {
        await postgres.StartAgainAsync();
        string database = await postgres.CreateDatabaseAsync();
        using var kafka = new MockKafka(brokers: 1);
        var options = new KafkaOptions { BootstrapServers = kafka.BootstrapServers, Prefix = "t." };
        using var oneLine = new PostgresProxy(database);
        using var otherLine = new PostgresProxy(database);
        var clock = new ManualClock();
        await using ShellHost one = Start(oneLine, "one", options, clock);
        await CheatStage.PlayHonestlyAsync(one);
        await using ShellHost other = Start(otherLine, "other", options, clock);
        await Until.HoldsAsync(
            () => CountOwned(other) >= 2 && CountOwned(one) + CountOwned(other) == Shards
                && IsHere(one) != IsHere(other),
            "each has its share, and one of them the duty");
        await Task.WhenAll(TrainAsync(one), TrainAsync(other));
        (ShellHost first, ShellHost second, PostgresProxy line) =
            IsHere(one) ? (one, other, oneLine) : (other, one, otherLine);

        await CheatStage.CheatAsync(second, Raised);
        await Until.HoldsAsync(() => CheatStage.IsFlagged(second, Raised), "the first cheater is found");
        ConsumerRunner analyzer = first.Service<EventHost>().FindConsumer(CheatAnalyzer.ConsumerName)!;
        // No second passes on this clock, so only a number of facts has the offset saved: what came since is read again
        // by whoever comes next.
        await analyzer.PauseAsync();
        await CheatStage.CheatAsync(second, Waiting);
        Assert.False(CheatStage.IsFlagged(second, Waiting));

        line.Cut();
        await Until.HoldsAsync(
            () => CheatStage.IsFlagged(second, Waiting), "the second cheater is found by the other server");
        Assert.True(IsHere(second));
        long head = second.Service<EngineHost>().Engine.Storage.Journal.CommittedPosition;
        await second.Service<EventHost>().WaitForConsumerAsync(CheatAnalyzer.ConsumerName, head, default);
        AssertFlaggedOnce(second);
        AssertToldOnce(options);

        // It comes back and takes its share again: nothing is raised by that either.
        line.Mend();
        await Until.HoldsAsync(() => CountOwned(first) > 0, "the first server has shards again");
        AssertFlaggedOnce(second);
    }

    private static ShellHost Start(PostgresProxy line, string name, KafkaOptions kafka, ManualClock clock) => new(
        null,
        clock,
        [
            ("Catalog:Postgres:ConnectionString", line.ConnectionString),
            ("Catalog:Cluster:Shards", $"{Shards}"),
            ("Catalog:Cluster:Name", name),
            ("Catalog:Gateway:DrainTime", "0"),
            ("Catalog:Kafka:Consumers", "false"),
            .. KafkaWorld.Settings(kafka).Where(static each => each.Value is not null)
                .Select(static each => (each.Key, each.Value!)),
        ]);

    private static bool IsHere(ShellHost host) => host.Service<ICluster>().HasDuty(CheatAnalyzer.ConsumerName);

    private static int CountOwned(ShellHost host) =>
        Enumerable.Range(0, Shards).Count(host.Service<EngineHost>().Engine.Owns);

    private static async Task TrainAsync(ShellHost host)
    {
        await host.Service<PlaySource>().WaitAsync(CancellationToken.None);
        await host.Service<PlayTrainer>().TrainAsync();
        Assert.True(host.Service<PlaySource>().Read(0, static (book, _) => book.Models.KnowsAnomalies));
    }

    private static void AssertFlaggedOnce(ShellHost host)
    {
        var flagged = new List<ulong>();
        IJournal journal = host.Service<EngineHost>().Engine.Storage.Journal;
        using JournalReader reader = journal.OpenReader(journal.FirstPosition);
        while (reader.TryRead(out EventHeader header, out ReadOnlySpan<byte> payload))
        {
            if (header.Partition.System != LeaderboardMachine.Id || header.Type != AnomalyFlagged.TypeId) continue;
            flagged.Add(new EventEnvelope(header, payload.ToArray()).Read<AnomalyFlagged>().PlayerId);
        }

        Assert.Single(flagged, Raised);
        Assert.Single(flagged, Waiting);
        Assert.Equal(flagged.Count, flagged.Distinct().Count());
    }

    // A message may come again after a crash, with the id it had.
    private static void AssertToldOnce(KafkaOptions options)
    {
        using var reader = new TopicReader(options, LeaderboardTopics.Cheats);
        List<BusEvent> told = [.. reader
            .ReadUntil(all => new[] { Raised, Waiting }.All(player => all.Exists(one => TopicReader.TextOf(one)
                .Contains($"\"playerId\":\"{player}\"", StringComparison.Ordinal))))
            .Select(static one => KafkaEnvelope.Read(LeaderboardTopics.Cheats, one.Message.Value))];
        Assert.All(told, static one => Assert.Equal(
            (LeaderboardTopics.CheatDetected, CheatStage.Mode.Slug), (one.Name, one.Key)));
        KafkaWorld.AssertInOrder(told);
        string[] texts = [.. told.DistinctBy(static one => (one.Position, one.Ordinal))
            .Select(static one => System.Text.Encoding.UTF8.GetString(one.Data.Span))];
        foreach (ulong player in new[] { Raised, Waiting })
        {
            string text = Assert.Single(
                texts, each => each.Contains($"\"playerId\":\"{player}\"", StringComparison.Ordinal));
            Assert.Contains("\"anomalyScore\":", text, StringComparison.Ordinal);
            Assert.Contains("\"reasons\":[\"", text, StringComparison.Ordinal);
        }
    }
}
