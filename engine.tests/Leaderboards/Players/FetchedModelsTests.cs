using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Tests.Storage.Journal;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Players;

/// <summary>Models that fetch ahead what facts will change are those that take one after the other.</summary>
public sealed class FetchedModelsTests : IDisposable
{
    private const int Facts = 700;
    private const long StartMs = 20_000 * BoardCalendar.DayMs;
    private static readonly PlayBookOptions Options = new() { Modes = 2, MaxPlayers = 60, MaxGames = 100 };
    private readonly InMemoryJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void Fetching_changes_nothing()
    {
        var random = new Random(3);
        var facts = new TestBatch();
        for (int i = 0; i < Facts; i++) Write(facts, random, StartMs + (i * 40_000L));
        _journal.Append(facts);
        while (_journal.RunOnce())
        {
        }

        Check(static () => new PlayBook(Options));
        Check(static () => new BoardsInsight());
        Check(static () => new EngagementBook());
    }

    /// <summary>Mostly scores, of modes there are and one there is not, with other facts between them.</summary>
    private static void Write(TestBatch facts, Random random, long timeMs)
    {
        var partition = new PartitionKey(LeaderboardMachine.Id, (ulong)random.Next(1, 4));
        int start = RecordHeader.Reserve(facts.Records);
        var writer = new MessagePackWriter(facts.Records);
        ushort type = ScoreCounted.TypeId;
        ulong player = (ulong)random.Next(1, 90);
        if (random.Next(10) == 0)
        {
            type = PlayerBanned.TypeId;
            new PlayerBanned(player, BanKind.Shadow, 0, 1).Write(ref writer);
        }
        else
        {
            int score = random.Next(1, 1_000);
            new ScoreCounted(
                player, (ulong)timeMs, 0, score, score, 60, 1, 0, random.Next(1_000, 9_000), 1, 2, false, false)
                .Write(ref writer);
        }

        writer.Flush();
        RecordHeader.WriteEvent(facts.Records, start, new EventHeader(0, partition, type, 1, timeMs));
    }

    private void Check<TModel>(Func<TModel> make)
        where TModel : IProjection
    {
        TModel fetching = make(), plain = make();
        var slot = new ProjectionSlot(fetching);
        slot.StartAt(0);
        var batch = new EventBatch(100, 1 << 20);
        using JournalReader reader = _journal.OpenReader(0);
        int told = 0;
        for (batch.Fill(_journal, reader); batch.Count > 0; batch.Fill(_journal, reader))
        {
            slot.Apply(batch);
            told += batch.Count;
            for (int i = 0; i < batch.Count; i++)
                if (plain.Wants(in batch.Header(i))) plain.Apply(in batch.Header(i), batch.Payload(i));
        }

        Assert.Null(slot.Failure);
        Assert.Equal(Facts, told);
        Assert.Equal(Saved(plain), Saved(fetching));
    }

    private static byte[] Saved(IProjection model)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        model.Save(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
