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
    private const int Players = 89;
    private const long StartMs = 20_000 * BoardCalendar.DayMs;
    private static readonly PlayBookOptions Options = new() { Modes = 2, MaxPlayers = 60, MaxGames = 100 };
    private readonly InMemoryJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void Fetching_changes_nothing()
    {
        var random = new Random(3);
        var facts = new TestBatch();
        for (int i = 0; i < Facts; i++) PlayFacts.Write(facts, random, StartMs + (i * 40_000L), Players);
        _journal.Append(facts);
        while (_journal.RunOnce())
        {
        }

        Check(static () => new PlayBook(Options));
        Check(static () => new BoardsInsight());
        Check(static () => new EngagementBook());
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
