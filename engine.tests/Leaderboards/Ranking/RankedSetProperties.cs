using Catalog.Engine.Leaderboards;
using Catalog.Engine.Tests.House;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Leaderboards;

public sealed class RankedSetProperties
{
    [Fact]
    public void The_set_does_what_a_plain_list_does() => Seeds.Check(Prop.ForAll<int[]>(steps =>
    {
        var random = new Random(steps.Length == 0 ? 0 : steps[0]);
        var model = new RankingModel(new RankingOptions
        {
            Capacity = random.Next(1, 60),
            Order = (ScoreOrder)random.Next(2),
            CountsDistinctScores = random.Next(2) == 0,
        });
        long nowMs = 0;
        for (int i = 0; i < 2 * steps.Length; i++)
        {
            Step(model, random, ref nowMs);
            model.CheckAll();
        }

        return true;
    }), 80);

    // Every sequence of so many operations over three members and three scores, every end of one checked.
    [Theory]
    [InlineData(ScoreOrder.Descending)]
    [InlineData(ScoreOrder.Ascending)]
    public void Every_short_sequence_in_a_small_world_agrees(ScoreOrder order)
    {
        const int Operations = 13;
        var sequence = new int[4];
        do
        {
            var model = new RankingModel(
                new RankingOptions { Capacity = 2, Order = order, CountsDistinctScores = true });
            foreach (int operation in sequence) SmallStep(model, operation);
            model.CheckAll();
        }
        while (Advance(sequence, Operations));
    }

    [Fact]
    public void A_large_set_stays_sound_under_churn()
    {
        const int Members = 1_500;
        Random random = Seeds.Random(5);
        var model = new RankingModel(new RankingOptions { Capacity = Members, CountsDistinctScores = true });
        for (int i = 0; i < 60; i++)
        {
            var updates = new ScoreUpdate[random.Next(200)];
            for (int n = 0; n < updates.Length; n++) updates[n] = RandomUpdate(random, 2 * Members, 5_000);
            model.UpdateMany(updates);
            for (int n = 0; n < 20; n++) model.Remove((ulong)random.Next(2 * Members));
            for (int n = 0; n < 3; n++) model.Hide((ulong)random.Next(2 * Members), true);
            model.Set.CheckInvariants();
        }

        model.CheckAll();
        model.Reload();
        model.CheckAll();
    }

    private static void SmallStep(RankingModel model, int operation)
    {
        switch (operation)
        {
            case < 6: model.Update((ulong)(operation / 2), 5 + (operation % 2), ScoreOperator.Set); break;
            case 6: model.Update(0, 1, ScoreOperator.Increment); break;
            case 7: model.Update(1, 6, ScoreOperator.Best); break;
            case 8: model.Hide(0, true); break;
            case 9: model.Hide(0, false); break;
            case 10: model.Remove(0); break;
            case 11: model.Remove(1); break;
            default: model.Reload(); break;
        }
    }

    private static void Step(RankingModel model, Random random, ref long nowMs)
    {
        ulong id = (ulong)random.Next(80);
        switch (random.Next(14))
        {
            case 0: model.Remove(id); break;
            case 1: model.Hide(id, random.Next(3) > 0); break;
            case 2: model.SetExpiry(id, random.Next(5) == 0 ? RankedTree.Never : nowMs + random.Next(20)); break;
            case 3: model.Expire(nowMs += random.Next(6)); break;
            case 4 when random.Next(10) == 0: model.Clear(); break;
            case 5: model.Reload(); break;
            case 6 or 7:
                model.UpdateMany([.. Enumerable.Range(0, random.Next(40)).Select(_ => RandomUpdate(random, 80, 12))]);
                break;
            default:
                ScoreUpdate update = RandomUpdate(random, 80, 12);
                model.Update(update.Id, update.Score, update.Operator);
                break;
        }
    }

    private static ScoreUpdate RandomUpdate(Random random, int ids, int scores)
    {
        long score = random.Next(30) switch
        {
            0 => long.MaxValue - random.Next(2),
            1 => long.MinValue + random.Next(2),
            _ => random.Next(-scores, scores),
        };
        return new ScoreUpdate((ulong)random.Next(ids), score, (ScoreOperator)random.Next(4));
    }

    private static bool Advance(int[] sequence, int operationCount)
    {
        for (int i = 0; i < sequence.Length; i++)
        {
            if (++sequence[i] < operationCount) return true;
            sequence[i] = 0;
        }

        return false;
    }
}
