using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Storage.Journal;

namespace Catalog.Engine.Tests.Core.Projections;

/// <summary>Models that come when the journal no longer has every fact.</summary>
public sealed class LateProjectionTests : IDisposable
{
    private readonly ProjectionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task AModelThatMayBeginsWithWhatTheJournalStillHas()
    {
        await TrimAsync();
        ProjectionPump pump = _world.Pump();
        ProjectionView<SumProjection> old = pump.Add(new SumProjection());
        var projection = new SumProjection("late") { MayBeginLate = true };
        ProjectionView<SumProjection> late = pump.Add(projection);
        pump.Open();
        (ulong first, long timeMs) = FirstLeft();
        Assert.Equal(new ProjectionOrigin(_world.Journal.FirstPosition, timeMs), late.Origin);
        Assert.Equal(late.Origin, projection.LateOrigin);
        Assert.Equal((true, false), (old.Origin.IsWhole, late.Origin.IsWhole));
        _world.Commit(5);
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(35), ProjectionWorld.Read(old));
        Assert.Equal(SumProjection.StateAfter(35, number => number >= first), ProjectionWorld.Read(late));
        await pump.StopAsync();
    }

    [Fact]
    public async Task ItsOriginStaysThroughRestartsAndTrimming()
    {
        await TrimAsync();
        ulong first = FirstLeft().Number;
        var options = new ProjectionOptions { MaxBatchEvents = 3 };
        ProjectionView<SumProjection> view = _world.Open(out ProjectionPump pump, Late(), options);
        ProjectionOrigin origin = view.Origin;
        for (int round = 1; round <= 3; round++)
        {
            _world.Commit(20, 100_000);
            ProjectionWorld.Drain(pump);
            await pump.StopAsync();
            _world.Journal.Trim(pump.MinimumOffset);
            _world.Restart();
            SumProjection projection = Late();
            view = _world.Open(out pump, projection, options);
            Assert.Equal(origin, view.Origin);
            Assert.Null(projection.LateOrigin);
            ProjectionWorld.Drain(pump);
            (long, ulong) expected = SumProjection.StateAfter(30 + (20 * round), number => number >= first);
            Assert.Equal(expected, ProjectionWorld.Read(view));
        }
    }

    [Fact]
    public async Task ADeathBeforeItsFirstSaveLetsItBeginAgain()
    {
        await TrimAsync();
        ulong first = FirstLeft().Number;
        var options = new ProjectionOptions { MaxBatchEvents = 1 };
        ProjectionView<SumProjection> view = _world.Open(out ProjectionPump pump, Late(), options);
        Assert.True(pump.Step());
        Assert.Equal(_world.Journal.FirstPosition, pump.MinimumOffset);
        _world.Restart();
        view = _world.Open(out pump, Late(), options);
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(30, number => number >= first), ProjectionWorld.Read(view));
    }

    [Fact]
    public async Task AnotherVersionBeginsLateToo()
    {
        _world.Open(out ProjectionPump pump, Late());
        _world.Commit(30, 100_000);
        ProjectionWorld.Drain(pump);
        await pump.StopAsync();
        _world.Journal.Trim(pump.MinimumOffset);
        _world.Restart();
        var reports = new List<string>();
        var options = new ProjectionOptions { Report = (text, _) => reports.Add(text) };
        var changed = new SumProjection("late", version: 2) { MayBeginLate = true };
        ProjectionView<SumProjection> view = _world.Open(out pump, changed, options);
        Assert.False(view.Origin.IsWhole);
        Assert.Contains("another version", Assert.Single(reports), StringComparison.Ordinal);
        ulong first = FirstLeft().Number;
        ProjectionWorld.Drain(pump);
        Assert.Equal(SumProjection.StateAfter(30, number => number >= first), ProjectionWorld.Read(view));
    }

    [Fact]
    public void WithEveryFactThereItIsWhole()
    {
        _world.Commit(10);
        SumProjection projection = Late();
        ProjectionView<SumProjection> view = _world.Open(out ProjectionPump pump, projection);
        ProjectionWorld.Drain(pump);
        Assert.True(view.Origin.IsWhole);
        Assert.Null(projection.LateOrigin);
        Assert.Equal(SumProjection.StateAfter(10), ProjectionWorld.Read(view));
    }

    private static SumProjection Late() => new("late") { MayBeginLate = true };

    /// <summary>Thirty facts, of which the journal no longer has the first.</summary>
    private async Task TrimAsync()
    {
        _world.Open(out ProjectionPump pump);
        _world.Commit(30, 100_000);
        ProjectionWorld.Drain(pump);
        await pump.StopAsync();
        _world.Journal.Trim(pump.MinimumOffset);
        _world.Restart();
        Assert.True(_world.Journal.FirstPosition > 0);
    }

    private (ulong Number, long TimeMs) FirstLeft()
    {
        using JournalReader reader = _world.Journal.OpenReader(_world.Journal.FirstPosition);
        return reader.TryRead(out EventHeader header, out _)
            ? (header.Partition.Key, header.TimeMs)
            : (30, _world.Time.GetUtcNow().ToUnixTimeMilliseconds());
    }
}
