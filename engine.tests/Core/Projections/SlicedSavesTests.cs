using Catalog.Engine.Core.Projections;

namespace Catalog.Engine.Tests.Core.Projections;

/// <summary>A model that is encoded slice by slice is saved as it was at the first, and facts do not wait.</summary>
public sealed class SlicedSavesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly ProjectionOptions SaveAlways = new() { SaveEveryBytes = 1 };
    private readonly ProjectionWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task FactsGoOnBetweenSlices()
    {
        int mayEnd = 0;
        ProjectionPump pump = _world.Pump(SaveAlways);
        var model = new SlicedProjection { GoesOn = save => save > Volatile.Read(ref mayEnd) };
        ProjectionView<SlicedProjection> view = pump.Add(model);
        pump.Start();
        long first = _world.Commit(3);
        await UntilAsync(() => model.SaveCount == 1);
        long end = _world.Commit(4);
        await view.WaitForAsync(end).WaitAsync(Patience);
        Assert.Equal((1, 0, 0L), (model.SaveCount, model.DisposedCount, pump.MinimumOffset));
        Volatile.Write(ref mayEnd, 1);
        // The next save has begun and does not end: what the first one saved is what there is.
        await UntilAsync(() => model.SaveCount == 2);
        Assert.Equal((1, first), (model.DisposedCount, pump.MinimumOffset));
        ProjectionView<SumProjection> again = _world.Open(out ProjectionPump other);
        Assert.Equal(first, again.AppliedPosition);
        Assert.Equal(SumProjection.StateAfter(3), ProjectionWorld.Read(again));
        ProjectionWorld.Drain(other);
        Assert.Equal(SumProjection.StateAfter(7), ProjectionWorld.Read(again));
        Volatile.Write(ref mayEnd, int.MaxValue);
        await pump.StopAsync();
    }

    [Fact]
    public async Task AStopBetweenSlicesSavesTheModelAsItIs()
    {
        ProjectionPump pump = _world.Pump(SaveAlways);
        var model = new SlicedProjection { GoesOn = static _ => true };
        ProjectionView<SlicedProjection> view = pump.Add(model);
        pump.Start();
        _world.Commit(3);
        await UntilAsync(() => model.SaveCount == 1);
        long end = _world.Commit(4);
        await view.WaitForAsync(end).WaitAsync(Patience);
        await pump.StopAsync();
        Assert.Equal((1, end), (model.DisposedCount, pump.MinimumOffset));
        ProjectionView<SumProjection> again = _world.Open(out _);
        Assert.Equal(end, again.AppliedPosition);
        Assert.Equal(SumProjection.StateAfter(7), ProjectionWorld.Read(again));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (int i = 0; i < 30_000 && !isSo(); i++) await Task.Delay(1);
        Assert.True(isSo());
    }
}
