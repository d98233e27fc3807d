using Catalog.Engine.Leaderboards.Matchmaking;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Engine.Models;
using Catalog.Engine.Models.Ratings;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards.Matchmaking;

public sealed class MatchmakerTests
{
    private const long NowMs = 100L * 86_400_000;
    private const long HourMs = 3_600_000;
    private readonly Slab<SkillState> _states = new();
    private readonly PlayerSlots _slots = new(100_000);
    private readonly OpponentIndex _index = new();
    private readonly Opponent[] _found = new Opponent[5];

    [Fact]
    public void TheNearestOfTheSameModeRegionAndWeekAreFound()
    {
        for (int player = 0; player < 2_000; player++) Add(player, 1_000 + (player / 2), player % 2, 1, NowMs - HourMs);
        int asking = Find(500);
        Assert.Equal(5, Search(asking, 0));
        Assert.All(_found, each =>
        {
            Assert.NotEqual(500ul, each.PlayerId);
            Assert.Equal(0, each.Mode);
            Assert.InRange(each.Rating, 1_220, 1_280);
            Assert.Equal(0.5, each.WinChance, 0.06);
            Assert.True(each.Traits.HasFlag(OpponentTraits.SameRegion | OpponentTraits.PlayedToday));
        });
        Assert.Equal(5, _found.Select(each => each.PlayerId).Distinct().Count());
    }

    [Fact]
    public void WhoIsHiddenIsNeverFoundUntilShownAgain()
    {
        for (int player = 0; player < 7; player++) Add(player, 1_500, 0, 1, NowMs - HourMs);
        _index.Hide(Find(3));
        Assert.Equal(5, Search(Find(0), 0));
        Assert.DoesNotContain(_found, each => each.PlayerId == 3);
        // A game of theirs does not bring them back.
        Add(3, 1_500, 0, 1, NowMs);
        Search(Find(0), 0);
        Assert.DoesNotContain(_found, each => each.PlayerId == 3);
        _index.Show(Find(3));
        Add(3, 1_500, 0, 1, NowMs);
        Search(Find(0), 0);
        Assert.Contains(_found, each => each.PlayerId == 3);
        _index.CheckInvariants(_states);
    }

    [Fact]
    public void TheSearchWidensToOtherRegionsAndThenToOtherWeeks()
    {
        Add(0, 1_500, 0, 1, NowMs);
        Assert.Equal(0, Search(Find(0), 0));
        Add(4, 1_500, 0, 1, NowMs - (40L * 24 * HourMs));
        Add(3, 1_500, 0, 3, NowMs - (20L * 24 * HourMs));
        Add(1, 1_500, 0, 1, NowMs - HourMs);
        Add(2, 1_500, 0, 2, NowMs - HourMs);
        Add(5, 1_500, 1, 1, NowMs);
        Assert.Equal(3, Search(Find(0), 0));
        // The same region first, the longest away last; who is away for 40 days or plays another mode is not there.
        Assert.Equal([1ul, 2ul, 3ul], _found[..3].Select(each => each.PlayerId));
        Assert.False(_found[1].Traits.HasFlag(OpponentTraits.SameRegion));
        Assert.False(_found[2].Traits.HasFlag(OpponentTraits.PlayedToday));
    }

    [Fact]
    public void ListsStayInOrderWhateverIsPlayed()
    {
        var random = new SeededRandom(5);
        for (int step = 0; step < 20_000; step++)
        {
            int player = random.Next(300);
            if (random.Next(40) == 0) _index.Hide(_slots.FindOrAdd((ulong)player));
            else if (random.Next(40) == 0) _index.Show(_slots.FindOrAdd((ulong)player));
            else Add(player, 1_000 + random.Next(1_000), random.Next(3), random.Next(4), NowMs + step);
            if (step % 1_000 == 0) _index.CheckInvariants(_states);
        }

        _index.CheckInvariants(_states);
        for (int player = 0; player < 300; player++)
        {
            int slot = Find(player), count = _index.IsHidden(slot) ? 0 : Search(slot, _states[slot].Mode);
            for (int i = 0; i < count; i++)
            {
                Assert.NotEqual((ulong)player, _found[i].PlayerId);
                Assert.False(_index.IsHidden(Find((int)_found[i].PlayerId)));
                Assert.Equal(_states[slot].Mode, _found[i].Mode);
            }
        }
    }

    [Fact]
    public void SearchingAllocatesNothing()
    {
        for (int player = 0; player < 500; player++) Add(player, 1_400 + player, 0, 1, NowMs - HourMs);
        var matchmaker = new Matchmaker(_index, _states, _slots);
        AllocationGate.AssertNone(() => matchmaker.Find(7, 0, NowMs, _found));
    }

    private void Add(int player, double rating, int mode, int region, long timeMs)
    {
        int slot = _slots.FindOrAdd((ulong)player);
        _states.Reach(slot);
        var state = default(SkillState);
        state.Rate(new GlickoRating(rating, 50, 0.06), timeMs, mode, (byte)region);
        _states[slot] = state;
        _index.Touch(slot, state);
        if (_index.IsHidden(slot)) return;
        Assert.Equal(slot, _index.First(mode, region, RatingHistogram.BucketOf(state.Rating.Rating)));
    }

    private int Find(int player) => _slots.Find((ulong)player);

    private int Search(int slot, int mode) => new Matchmaker(_index, _states, _slots).Find(slot, mode, NowMs, _found);
}
