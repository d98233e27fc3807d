using Catalog.Engine.Core.Projections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Storage.Journal;
using Catalog.Engine.Storage.Snapshots;
using Catalog.Engine.Tests.Storage.Journal;

namespace Catalog.Engine.Tests.Leaderboards.Players;

/// <summary>A model that is encoded a slice at a time is as it was at the first, whatever comes between.</summary>
public sealed class SlicedModelsTests : IDisposable
{
    // More players and games than a slice has.
    private const int Players = 9_500;
    private const int FactsBefore = 16_000;
    private const int FactsBetween = 6_000;
    private const int FactsASlice = 100;
    private const long StartMs = 20_000 * BoardCalendar.DayMs;
    private static readonly PlayBookOptions Options = new() { Modes = 2, MaxPlayers = 9_000, MaxGames = 6_000 };
    private readonly InMemoryJournal _journal = new();

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void WhatComesBetweenSlicesIsNotSavedAndNotLost()
    {
        var facts = new TestBatch();
        var random = new Random(7);
        for (int i = 0; i < FactsBefore + FactsBetween; i++)
            PlayFacts.Write(facts, random, StartMs + (i * 40_000L), Players);
        _journal.Append(facts);
        while (_journal.RunOnce())
        {
        }

        Check(new PlayBook(Options), new PlayBook(Options));
        Check(new EngagementBook(), new EngagementBook());
        Check(new BoardsInsight(), new BoardsInsight());
    }

    private void Check<TModel>(TModel model, TModel plain)
        where TModel : IProjection
    {
        ProjectionSlot slot = SlotOf(model), plainSlot = SlotOf(plain);
        var batch = new EventBatch(FactsASlice, 1 << 20);
        using JournalReader reader = _journal.OpenReader(0);
        for (int told = 0; told < FactsBefore; told += batch.Count) Apply(batch, reader, slot, plainSlot);
        for (int round = 0; round < 2; round++)
        {
            byte[] now = Saved(slot);
            var set = new SnapshotSet();
            int slices = 1;
            for (bool isWhole = slot.BeginCapture(set); !isWhole; isWhole = slot.GoOn(set), slices++)
                Apply(batch, reader, slot, plainSlot);
            Assert.True(slices > 5, $"{slices} slices.");
            Assert.Equal(now, set.State(0).ToArray());
            Assert.NotEqual(now, Saved(slot));
        }

        Assert.Equal(Saved(plainSlot), Saved(slot));
    }

    private void Apply(EventBatch batch, JournalReader reader, ProjectionSlot slot, ProjectionSlot plain)
    {
        batch.Fill(_journal, reader);
        Assert.Equal(FactsASlice, batch.Count);
        slot.Apply(batch);
        plain.Apply(batch);
        Assert.Null(slot.Failure);
    }

    private static ProjectionSlot SlotOf(IProjection model)
    {
        var slot = new ProjectionSlot(model);
        slot.StartAt(0);
        return slot;
    }

    private static byte[] Saved(ProjectionSlot slot)
    {
        var set = new SnapshotSet();
        slot.Capture(set);
        return set.State(0).ToArray();
    }
}
