using Catalog.Engine.Core.Shards;

namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>When commands are let gather: callers imitated, time counted in tenths of a millisecond.</summary>
public sealed class GatherRuleTests
{
    private const int TurnTenths = 3;
    private const int GatherTenths = 11;
    private readonly GatherRule _rule = new();
    private long _tenths = 1_000_000_000;
    private int _turns;
    private int _gathered;

    [Fact]
    public void Many_who_come_whatever_happens_are_gathered()
    {
        ComeAtRate(perMs: 10, forMs: 1000);
        Assert.True(_gathered > _turns * 8 / 10, $"{_gathered} of {_turns}");
    }

    [Fact]
    public void Few_are_not()
    {
        ComeAtRate(perMs: 3, forMs: 1000);
        Assert.Equal(0, _gathered);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    public void A_few_callers_who_each_wait_for_their_answer_are_not_held_up(int callers)
    {
        long start = _tenths;
        while (_tenths < start + 50_000) Turn(callers, TurnTenths);
        Assert.InRange(_gathered, 1, _turns / 20);
    }

    [Fact]
    public void Callers_who_wait_are_not_held_up_by_being_many()
    {
        // Fifty who each wait: 50 in 0.8 ms without gathering, 50 in 1.9 ms with it.
        long start = _tenths;
        while (_tenths < start + 50_000) Turn(50, 8);
        Assert.InRange(_gathered, 1, _turns / 10);
    }

    [Fact]
    public void What_only_looks_never_waits()
    {
        ComeAtRate(perMs: 10, forMs: 1000);
        Assert.True(_rule.IsDue(10, 1, _tenths / 10));
        Assert.False(_rule.IsDue(10, 0, _tenths / 10));
    }

    [Fact]
    public void As_many_as_the_processor_can_take_are_gathered()
    {
        ComeAtRate(perMs: 40, forMs: 1000);
        Assert.True(_gathered > _turns * 8 / 10, $"{_gathered} of {_turns}");
    }

    [Fact]
    public void Half_as_many_are_soon_gathered_again()
    {
        ComeAtRate(perMs: 40, forMs: 1000);
        ComeAtRate(perMs: 10, forMs: 2 * (GatherRule.FirstPauseMs + GatherRule.WindowMs));
        _turns = _gathered = 0;
        ComeAtRate(perMs: 10, forMs: 1000);
        Assert.True(_gathered > _turns * 8 / 10, $"{_gathered} of {_turns}");
    }

    [Fact]
    public void Gathering_ends_when_fewer_come()
    {
        ComeAtRate(perMs: 10, forMs: 1000);
        ComeAtRate(perMs: 1, forMs: 100);
        _gathered = 0;
        ComeAtRate(perMs: 1, forMs: 1000);
        Assert.Equal(0, _gathered);
    }

    [Fact]
    public void A_large_turn_is_followed_at_once()
    {
        ComeAtRate(perMs: 10, forMs: 1000);
        Assert.False(_rule.IsDue(GatherRule.MaxWorks + 1, 1, _tenths / 10));
        Assert.False(_rule.IsDue(10, 64 * 1024, _tenths / 10));
        Assert.True(_rule.IsDue(10, 1, _tenths / 10));
    }

    [Fact]
    public void A_clock_that_jumps_starts_anew()
    {
        ComeAtRate(perMs: 10, forMs: 1000);
        Assert.False(_rule.IsDue(10, 1, (_tenths / 10) - 5_000));
        Assert.False(_rule.IsDue(10, 1, (_tenths / 10) + 5_000));
    }

    private void ComeAtRate(int perMs, int forMs)
    {
        long start = _tenths;
        long seen = 0;
        while (_tenths < start + (forMs * 10))
        {
            long due = (_tenths - start) * perMs / 10;
            Turn((int)(due - seen), TurnTenths);
            seen = due;
        }
    }

    private void Turn(int works, int tenths)
    {
        _turns++;
        _tenths += tenths;
        if (!_rule.IsDue(works, works * 200, _tenths / 10)) return;
        _gathered++;
        _tenths += GatherTenths;
    }
}
