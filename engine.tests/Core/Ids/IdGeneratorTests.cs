using Catalog.Engine.Core.Ids;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Core.Ids;

public sealed class IdGeneratorTests
{
    private const int PerMillisecond = 4_096;
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTime _time = new(Noon);

    [Fact]
    public void An_id_tells_its_time_and_node()
    {
        long id = new IdGenerator(node: 517, _time).Next();
        Assert.True(id > 0);
        Assert.Equal(Noon, IdGenerator.TimeOf(id));
        Assert.Equal(517, IdGenerator.NodeOf(id));
    }

    [Fact]
    public void Ids_of_one_millisecond_ascend_by_one()
    {
        var ids = new IdGenerator(0, _time);
        long first = ids.Next();
        Assert.Equal(first + 1, ids.Next());
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(Noon.AddMilliseconds(1), IdGenerator.TimeOf(ids.Next()));
    }

    [Fact]
    public void A_used_up_millisecond_borrows_from_the_next_and_gives_back()
    {
        var ids = new IdGenerator(3, _time);
        long last = 0;
        for (int i = 0; i < PerMillisecond; i++) last = ids.Next();
        Assert.Equal(Noon, IdGenerator.TimeOf(last));
        Assert.Equal(Noon.AddMilliseconds(1), IdGenerator.TimeOf(ids.Next()));
        _time.Advance(TimeSpan.FromMilliseconds(2));
        Assert.Equal(Noon.AddMilliseconds(2), IdGenerator.TimeOf(ids.Next()));
    }

    [Fact]
    public void Ids_ascend_when_the_clock_goes_back()
    {
        var ids = new IdGenerator(1, _time);
        long before = ids.Next();
        _time.Advance(TimeSpan.FromHours(-1));
        long after = ids.Next();
        Assert.True(after > before);
        Assert.Equal(Noon, IdGenerator.TimeOf(after));
    }

    [Fact]
    public void Ids_go_on_behind_the_last_known_one()
    {
        long known = new IdGenerator(9, _time).Next();
        _time.Advance(TimeSpan.FromDays(-1));
        Assert.Equal(known + 1, new IdGenerator(9, _time, known).Next());
    }

    [Fact]
    public void A_clock_before_the_epoch_still_gives_positive_ids()
    {
        var ids = new IdGenerator(0, new ManualTime(DateTimeOffset.UnixEpoch));
        Assert.True(ids.Next() > 0);
    }

    [Fact]
    public void The_time_runs_out_in_2093_with_an_exception()
    {
        var lastDay = new ManualTime(new DateTimeOffset(2093, 9, 6, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(2093, IdGenerator.TimeOf(new IdGenerator(0, lastDay).Next()).Year);
        lastDay.Advance(TimeSpan.FromDays(1));
        Assert.Throws<InvalidOperationException>(() => new IdGenerator(0, lastDay).Next());
    }

    [Fact]
    public void Nodes_do_not_meet()
    {
        IEnumerable<int> nodes = Enumerable.Range(0, IdGenerator.MaxNode + 1);
        long[] made = [.. nodes.Select(node => new IdGenerator(node, _time).Next())];
        Assert.Equal(made.Length, made.Distinct().Count());
    }

    [Fact]
    public void Misuse_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdGenerator(-1, _time));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdGenerator(IdGenerator.MaxNode + 1, _time));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IdGenerator(0, _time, -1));
        Assert.Throws<ArgumentNullException>(() => new IdGenerator(0, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => IdGenerator.TimeOf(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => IdGenerator.NodeOf(-1));
    }

    [Fact]
    public void Making_an_id_allocates_nothing()
    {
        var ids = new IdGenerator(0, TimeProvider.System);
        AllocationGate.AssertNone(() => ids.Next());
    }
}
