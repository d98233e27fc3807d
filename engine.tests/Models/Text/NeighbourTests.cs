using Catalog.Engine.Models.Text;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Models.Text;

/// <summary>The exact search against sorting everything, and the graph against the exact search.</summary>
public sealed class NeighbourTests
{
    private const int Dimensions = 32;

    [Fact]
    public void The_table_finds_what_sorting_everything_finds_whatever_was_put_and_removed()
    {
        var random = new Random(11);
        var table = new VectorTable(Dimensions, 300);
        var model = new Dictionary<ulong, float[]>();
        for (int step = 0; step < 1500; step++)
        {
            ulong id = (ulong)random.Next(400);
            float[] vector = Vector(random);
            if (random.Next(3) == 0)
            {
                Assert.Equal(model.Remove(id), table.Remove(id));
            }
            else
            {
                bool hasRoom = model.ContainsKey(id) || model.Count < 300;
                Assert.Equal(hasRoom, table.Put(id, vector));
                if (hasRoom) model[id] = vector;
            }

            if (step % 50 != 0) continue;
            table.CheckInvariants();
            Assert.Equal(Expected(model, vector, 7), Found(page => table.Search(vector, page), 7));
        }
    }

    [Fact]
    public void Searching_the_table_allocates_nothing()
    {
        var random = new Random(3);
        var table = new VectorTable(Dimensions, 100);
        for (ulong id = 0; id < 100; id++) table.Put(id, Vector(random));
        float[] query = Vector(random);
        var page = new Neighbour[5];
        AllocationGate.AssertNone(() => table.Search(query, page), 100);
    }

    [Fact]
    public void The_graph_finds_nearly_all_of_the_nearest_also_after_removals()
    {
        var random = new Random(5);
        const int Count = 1500;
        var options = new NeighbourGraphOptions { Dimensions = Dimensions, Capacity = Count + 500, BuildWidth = 64 };
        var graph = new NeighbourGraph(options);
        var table = new VectorTable(Dimensions, Count + 500);
        float[][] middles = [.. Enumerable.Range(0, 30).Select(_ => Vector(random))];
        for (ulong id = 0; id < Count; id++)
        {
            float[] vector = Near(middles[random.Next(middles.Length)], random);
            Assert.True(graph.Put(id, vector) && table.Put(id, vector));
        }

        graph.CheckInvariants();
        double recall = Recall(graph, table, middles, random);
        for (ulong id = 0; id < Count; id += 3) Assert.True(graph.Remove(id) && table.Remove(id));
        double afterRemoval = Recall(graph, table, middles, random);
        graph.Compact();
        graph.CheckInvariants();
        Assert.Equal((table.Count, 0), (graph.Count, graph.RemovedCount));
        double afterCompact = Recall(graph, table, middles, random);

        // Measured: all of the ten nearest, each time.
        Assert.True(Math.Min(recall, Math.Min(afterRemoval, afterCompact)) >= 0.98,
            $"recall at 10: {recall:F3}, {afterRemoval:F3}, {afterCompact:F3}");
    }

    [Fact]
    public void A_full_graph_says_so_and_a_replaced_vector_is_found_where_it_is_now()
    {
        var graph = new NeighbourGraph(new NeighbourGraphOptions { Dimensions = 4, Capacity = 3 });
        Assert.True(graph.Put(1, [1, 0, 0, 0]) && graph.Put(2, [0, 1, 0, 0]) && graph.Put(1, [0, 0, 1, 0]));
        Assert.False(graph.Put(3, [0, 0, 0, 1]));
        var page = new Neighbour[2];
        Assert.Equal(2, graph.Search([0, 0, 1, 0], page));
        Assert.Equal(new Neighbour(1, 1), page[0]);
        graph.Compact();
        Assert.True(graph.Put(3, [0, 0, 0, 1]));
        Assert.Equal(0, new NeighbourGraph(new NeighbourGraphOptions { Dimensions = 4 }).Search([1, 0, 0, 0], page));
    }

    private static double Recall(NeighbourGraph graph, VectorTable table, float[][] middles, Random random)
    {
        int found = 0;
        for (int i = 0; i < 100; i++)
        {
            float[] query = Near(middles[random.Next(middles.Length)], random);
            Neighbour[] exact = Found(page => table.Search(query, page), 10);
            Neighbour[] near = Found(page => graph.Search(query, page), 10);
            found += near.Count(one => exact.Any(other => other.Id == one.Id));
        }

        return found / 1000.0;
    }

    private static Neighbour[] Found(Func<Neighbour[], int> search, int count)
    {
        var page = new Neighbour[count];
        return page[..search(page)];
    }

    private static Neighbour[] Expected(Dictionary<ulong, float[]> model, float[] query, int count) =>
        [.. model.Select(pair => new Neighbour(pair.Key, VectorMath.Dot(query, pair.Value))).Order().Take(count)];

    private static float[] Vector(Random random)
    {
        float[] vector = [.. Enumerable.Range(0, Dimensions).Select(_ => (float)(random.NextDouble() - 0.5))];
        Assert.True(VectorMath.Normalize(vector));
        return vector;
    }

    private static float[] Near(float[] middle, Random random)
    {
        float[] vector = [.. middle.Select(value => value + (float)((random.NextDouble() - 0.5) * 0.3))];
        Assert.True(VectorMath.Normalize(vector));
        return vector;
    }
}
