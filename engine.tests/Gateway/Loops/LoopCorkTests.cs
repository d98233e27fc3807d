using Catalog.WsGateway.Loops;

namespace Catalog.Engine.Tests.Gateway.Loops;

public sealed class LoopCorkTests
{
    [Fact]
    public async Task Only_the_thread_that_reads_holds_back_and_only_meanwhile()
    {
        await using var world = new LoopWorld();
        Assert.False(LoopCork.TryNote(world.Loop));
        LoopCork cork = LoopCork.Begin();
        Assert.True(LoopCork.TryNote(world.Loop));
        Assert.True(LoopCork.TryNote(world.Loop));
        bool isHeldElsewhere = true;
        var other = new Thread(() => isHeldElsewhere = LoopCork.TryNote(world.Loop));
        other.Start();
        other.Join();
        cork.End();
        Assert.Equal((false, false), (isHeldElsewhere, LoopCork.TryNote(world.Loop)));
    }
}
