using Catalog.Shell.Cluster.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Catalog.Engine.Tests.Cluster.Nodes;

public sealed class ShardPlanTests
{
    private const int LeaseMs = 2_500;

    [Fact]
    public void One_node_takes_everything()
    {
        ShardPlan plan = ShardPlan.Make(World.Of(12, 1).Picture(), 0, [], LeaseMs);
        Assert.Equal(Enumerable.Range(0, 12), plan.Acquire.Order());
    }

    [Fact]
    public void A_node_that_leaves_or_hangs_or_has_no_session_has_no_share()
    {
        World world = World.Of(12, 4);
        NodeInfo[] nodes = [.. world.Picture().Nodes];
        nodes[0] = nodes[0] with { IsLeaving = true };
        nodes[1] = nodes[1] with { SilentMs = LeaseMs + 1 };
        nodes[2] = nodes[2] with { HasSession = false };
        var picture = new ClusterPicture(nodes, new int[12]);
        for (int self = 0; self < 3; self++) Assert.Empty(ShardPlan.Make(picture, self, [], LeaseMs).Acquire);
        Assert.Equal(12, ShardPlan.Make(picture, 3, [], LeaseMs).Acquire.Count);
        Assert.Equal([1], ShardPlan.Make(picture, 0, [1], LeaseMs).Release);
    }

    [Fact]
    public void Nodes_that_follow_their_plans_come_to_rest_with_everything_somewhere_and_shares_within_one()
    {
        Gen<(int Shards, int Nodes, int Seed)> worlds =
            from shards in Gen.Choose(1, 40)
            from nodes in Gen.Choose(1, 9)
            from seed in Gen.Choose(0, 10_000)
            select (shards, nodes, seed);
        Prop.ForAll(worlds.ToArbitrary(), static each => ComesToRest(each.Shards, each.Nodes, new Random(each.Seed)))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_balanced_cluster_moves_nothing()
    {
        World world = World.Of(12, 3);
        world.RunToRest(new Random(1));
        for (int self = 0; self < 3; self++)
        {
            ShardPlan plan = ShardPlan.Make(world.Picture(), self, world.HeldBy(self), LeaseMs);
            Assert.Empty(plan.Release);
            Assert.Empty(plan.Acquire);
        }
    }

    private static bool ComesToRest(int shards, int nodes, Random random)
    {
        World world = World.Of(shards, nodes);
        world.Scatter(random);
        world.RunToRest(random);
        int[] counts = [.. Enumerable.Range(0, nodes).Select(self => world.HeldBy(self).Length)];
        return counts.Sum() == shards && counts.Max() - counts.Min() <= 1;
    }

    /// <summary>Nodes that take turns doing what their plan says.</summary>
    private sealed class World(int nodes, int[] owners)
    {
        public static World Of(int shards, int nodes) => new(nodes, [.. Enumerable.Repeat(-1, shards)]);

        public ClusterPicture Picture() => new(
            [.. Enumerable.Range(0, nodes).Select(static number => new NodeInfo(
                number, $"n{number}", default, "", "", default, 0, number + 100, default, 1, 0, false, true))],
            [.. owners.Select(static owner => owner < 0 ? 0 : owner + 100)]);

        public int[] HeldBy(int self) => [.. Enumerable.Range(0, owners.Length).Where(shard => owners[shard] == self)];

        public void Scatter(Random random)
        {
            for (int i = 0; i < owners.Length; i++) owners[i] = random.Next(-1, nodes);
        }

        public void RunToRest(Random random)
        {
            for (int turn = 0; turn < 20; turn++)
            {
                int[] order = [.. Enumerable.Range(0, nodes)];
                random.Shuffle(order);

                // All plan on what they saw before anyone moved; the lock lets one of two have a shard.
                ShardPlan[] plans = [.. order.Select(self => ShardPlan.Make(Picture(), self, HeldBy(self), LeaseMs))];
                for (int i = 0; i < nodes; i++)
                {
                    foreach (int shard in plans[i].Release) owners[shard] = -1;
                    foreach (int shard in plans[i].Acquire)
                        if (owners[shard] < 0) owners[shard] = order[i];
                }
            }
        }
    }
}
