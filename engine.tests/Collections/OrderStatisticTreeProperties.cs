using Catalog.Engine.Tests.House;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Collections;

public sealed class OrderStatisticTreeProperties
{
    // More than three levels are reached by the narrow leaves of wide keys only with much data, so sizes differ: small
    // worlds are checked wholly after every step, large ones after many.
    [Fact]
    public void The_tree_is_a_sorted_list() => Seeds.Check(Prop.ForAll<int[]>(steps =>
    {
        var random = new Random(steps.Length == 0 ? 0 : steps[0]);
        var model = new TreeModel(60, random.Next(2) == 0);
        for (int i = 0; i < 4 * steps.Length; i++)
        {
            Step(model, random, items: 80, numbers: random.Next(1, 40));
            model.CheckAll();
        }

        return true;
    }), 60);

    [Theory]
    [InlineData(1, 3_000, 100_000)]
    [InlineData(2, 3_000, 10)]
    [InlineData(3, 800, 1)]
    public void A_large_tree_grows_churns_and_shrinks_soundly(int salt, int items, int numbers)
    {
        Random random = Seeds.Random(salt);
        var model = new TreeModel(items);
        for (int i = 0; i < 3 * items; i++)
        {
            model.Set(random.Next(items), random.Next(numbers), random.Next(3));
            if (i % 97 == 0) model.Check();
        }

        model.CheckAll();
        model.Rebuild();
        model.CheckAll();
        for (int i = 0; model.Count > 0; i++)
        {
            model.RemoveAt(random.Next(model.Count));
            if (random.Next(3) == 0) model.Set(random.Next(items), random.Next(numbers), random.Next(2));
            if (i % 97 == 0) model.Check();
            if (model.Count < 40) model.CheckAll();
        }

        model.CheckAll();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void What_comes_in_order_and_goes_from_either_end_leaves_a_sound_tree(int direction)
    {
        const int Items = 20_000;
        var model = new TreeModel(Items);
        for (int i = 0; i < Items; i++)
        {
            var key = new NumberKey(direction * i, 1);
            Assert.True(model.Tree.TryInsert(in key, i));
        }

        model.Tree.CheckInvariants();
        if (direction > 0) Assert.True(model.Tree.Fill > 0.99, $"fill {model.Tree.Fill}");
        for (int i = 0; i < Items; i++)
        {
            int item = i % 3 == 0 ? i / 3 : Items - 1 - (i - (i / 3) - 1);
            Assert.True(model.Tree.Remove(item), $"{i}: {item}");
            if (i % 499 == 0) model.Tree.CheckInvariants();
        }

        model.Tree.CheckInvariants();
        Assert.Equal(0, model.Tree.Count);
    }

    private static void Step(TreeModel model, Random random, int items, int numbers)
    {
        switch (random.Next(8))
        {
            case 0 or 1: model.Remove(random.Next(items)); break;
            case 2 when random.Next(10) == 0: model.Rebuild(); break;
            default: model.Set(random.Next(items), random.Next(numbers), random.Next(3)); break;
        }
    }
}
