using Catalog.Engine.Collections;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Leaderboards;

public sealed class RankedTreeTests
{
    private const int Members = 100_000;
    private readonly Random _random = Seeds.Random(21);

    [Fact]
    public void A_member_takes_at_most_40_bytes_and_60_with_a_name()
    {
        var set = new RankedSet(new RankingOptions { Capacity = Members });
        var named = new NamedRankedSet(new NamedRankedSetOptions { Capacity = Members });
        for (int i = 0; i < Members; i++)
        {
            set.Update((ulong)_random.NextInt64(), _random.NextInt64());
            named.Add(System.Text.Encoding.ASCII.GetBytes($"player{i:D6}"), _random.NextDouble(), default, out _);
        }

        Assert.Equal((Members, Members), (set.Count, named.Count));
        Assert.InRange(set.AllocatedBytes, 1, 40L * Members);
        Assert.InRange(named.AllocatedBytes, 1, 60L * Members);
    }

    [Fact]
    public void Leaves_stay_full_while_scores_change_at_random()
    {
        var tree = new RankedTree(new RankingOptions { Capacity = Members });
        for (int i = 0; i < Members; i++) tree.Update(i, _random.NextInt64());
        Assert.True(tree.LeafFill > 0.85, $"fill {tree.LeafFill} after inserting");
        for (int i = 0; i < 4 * Members; i++) tree.Update(_random.Next(Members), _random.NextInt64());
        Assert.True(tree.LeafFill > 0.80, $"fill {tree.LeafFill} after changing");
        tree.CheckInvariants();
    }

    [Fact]
    public void Few_members_of_a_large_table_take_no_memory_for_the_others()
    {
        var tree = new RankedTree(new RankingOptions { Capacity = 10_000_000 });
        Assert.InRange(tree.AllocatedBytes, 0, 100);
        for (int i = 0; i < 1_000; i++) tree.Update(_random.Next(10_000_000), i);
        Assert.InRange(tree.AllocatedBytes, 1, 80_000);
        tree.CheckInvariants();
    }

    [Fact]
    public void A_dropped_window_feeds_the_next_one()
    {
        var pool = new SlabPool(1 << 24);
        var options = new RankingOptions { Capacity = Members, Pool = pool };
        var first = new RankedTree(options);
        for (int i = 0; i < Members; i++) first.Update(i, i);
        first.Clear();
        Assert.Equal((0, 0), (first.Count, first.RankOf(5)));
        long free = pool.FreeBytes;
        Assert.True(free > 10 * Members, $"{free} bytes came back");
        var second = new RankedTree(options);
        for (int i = 0; i < Members; i++) second.Update(i, -i);
        Assert.InRange(pool.FreeBytes, 0, free / 2);
        second.CheckInvariants();
        Assert.Equal(1, second.RankOf(0));
    }

    [Fact]
    public void Stamps_that_run_out_are_given_anew_and_ties_stay_as_they_were()
    {
        var tree = new RankedTree(new RankingOptions { Capacity = 1_000, CountsDistinctScores = true });
        var plain = new RankedTree(new RankingOptions { Capacity = 1_000, CountsDistinctScores = true });
        for (int i = 0; i < 3_000; i++)
        {
            if (i % 500 == 250) tree.Sequence = (uint.MaxValue >> 1) - 20;
            int member = _random.Next(1_000), score = _random.Next(30);
            Assert.Equal(plain.Update(member, score), tree.Update(member, score));
            if (i % 7 == 0) Assert.Equal(plain.SetHidden(member, true), tree.SetHidden(member, true));
            if (i % 100 == 0) tree.CheckInvariants();
        }

        Assert.True(tree.Sequence < 10_000, $"{tree.Sequence} given");
        for (int member = 0; member < 1_000; member++) Assert.Equal(plain.RankOf(member), tree.RankOf(member));
    }

    [Fact]
    public void Dense_ranks_are_refused_where_scores_are_not_counted()
    {
        var tree = new RankedTree(new RankingOptions { Capacity = 10 });
        tree.Update(1, 5);
        Assert.Throws<InvalidOperationException>(() => tree.RankOf(1, RankKind.Dense));
        Assert.Equal((1, 1), (tree.RankOf(1, RankKind.Competition), tree.RankOfScore(5)));
    }

    [Fact]
    public void Many_updates_are_those_of_one_after_the_other_while_nodes_come_and_go()
    {
        const int Count = 8_000;
        var options = new RankingOptions { Capacity = Count };
        var (many, one) = (new RankedSet(options), new RankedSet(options));
        var updates = new ScoreUpdate[Count];
        var changes = new ScoreChange[updates.Length];
        for (int round = 0; round < 30; round++)
        {
            // Most go to a new place; the nodes of the places before are joined while some still come to them.
            for (int i = 0; i < updates.Length; i++)
            {
                int place = _random.Next(3) == 0 ? _random.Next(round + 1) : round;
                updates[i] = new ScoreUpdate((ulong)_random.Next(Count), (place * 1_000_000) + _random.Next(9_000));
            }

            many.UpdateMany(updates, changes);
            for (int i = 0; i < updates.Length; i++)
                Assert.Equal(one.Update(updates[i].Id, updates[i].Score), changes[i]);
            many.CheckInvariants();
        }

        var (left, right) = (new RankedRow[Count], new RankedRow[Count]);
        Assert.Equal(one.Top(right), many.Top(left));
        Assert.Equal(right, left);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 5)]
    [InlineData(11, -2)]
    [InlineData(11, 40)]
    [InlineData(90, 45)]
    public void Many_neighbourhoods_are_those_of_one_after_the_other(int width, int before)
    {
        var set = new RankedSet(new RankingOptions { Capacity = 2_000 });
        for (ulong id = 0; id < 2_000; id++) set.Update(id, _random.Next(1_500));
        for (ulong id = 0; id < 2_000; id += 7) set.SetHidden(id, true);
        ulong[] ids = [.. Enumerable.Range(0, 150).Select(_ => (ulong)_random.Next(2_010))];
        var rows = new RankedRow[width * ids.Length];
        var counts = new int[ids.Length];
        set.AroundMany(ids, before, rows, counts);
        var one = new RankedRow[width];
        for (int i = 0; i < ids.Length; i++)
        {
            Assert.Equal(set.Around(ids[i], before, one), counts[i]);
            Assert.Equal(one[..counts[i]], rows.AsSpan(width * i, counts[i]).ToArray());
        }
    }

    [Fact]
    public void Nothing_is_allocated_in_steady_state()
    {
        var set = new RankedSet(new RankingOptions { Capacity = 5_000, CountsDistinctScores = true });
        for (ulong id = 0; id < 5_000; id++) set.Update(id, (long)id);
        var updates = new ScoreUpdate[64];
        var changes = new ScoreChange[64];
        var ids = new ulong[64];
        var ranks = new int[64];
        var rows = new RankedRow[64 * 11];
        ulong next = 0;
        AllocationGate.AssertNone(() =>
        {
            for (int i = 0; i < ids.Length; i++)
            {
                ids[i] = next++ % 5_000;
                updates[i] = new ScoreUpdate(ids[i], (long)(next * 7_919 % 6_007), (ScoreOperator)(i % 4));
            }

            set.UpdateMany(updates, changes);
            set.RankMany(ids, ranks);
            set.AroundMany(ids, 5, rows, ranks);
            set.RowsOf(ids, rows.AsSpan(0, 64));
            set.Top(rows);
            set.RankOf(ids[0], RankKind.Dense);
            set.Remove(ids[1]);
            set.Update(ids[1], 17);
            set.SetHidden(ids[2], next % 3 == 0);
            set.SetExpiry(ids[3], (long)next);
            set.CountBetween(100, 300);
            set.RangeByScore(100, 300, 3, rows.AsSpan(0, 20));
        });
    }
}
