using Catalog.Engine.Models;
using Catalog.Engine.Models.Recommending;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Models.Recommending;

public sealed class ItemNeighboursTests
{
    private const int Groups = 5;
    private const int ItemsOfGroup = 20;
    private const int Items = Groups * ItemsOfGroup;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NeighboursAreOfTheSamePlantedGroup(bool isWeighted)
    {
        (Interactions taken, _) = Planted(800, 1);
        ItemNeighbours model = ItemNeighbours.Train(taken, new NeighbourOptions { IsWeighted = isWeighted });
        int same = 0, all = 0;
        var similar = new ScoredItem[5];
        for (int item = 0; item < Items; item++)
        {
            int count = model.Similar(item, similar);
            Assert.DoesNotContain(similar[..count], other => other.Item == item);
            same += similar[..count].Count(other => other.Item / ItemsOfGroup == item / ItemsOfGroup);
            all += count;
        }

        Assert.True(same > 0.9 * all, $"{same} of {all}");
    }

    [Fact]
    public void RecommendationsHitWhatWasKeptBackFarMoreOftenThanWhatIsPopular()
    {
        (Interactions taken, List<(int[] Shown, int Kept)> users) = Planted(1_500, 2);
        ItemNeighbours model = ItemNeighbours.Train(taken);
        int[] popular = [.. users.SelectMany(u => u.Shown).CountBy(item => item).OrderByDescending(p => p.Value)
            .Select(p => p.Key)];
        int hits = 0, popularHits = 0;
        var best = new ScoredItem[10];
        foreach ((int[] shown, int kept) in users)
        {
            int count = model.Recommend(shown, best);
            Assert.DoesNotContain(best[..count], item => shown.Contains(item.Item));
            hits += best[..count].Any(item => item.Item == kept) ? 1 : 0;
            popularHits += popular.Except(shown).Take(10).Contains(kept) ? 1 : 0;
        }

        Assert.True(hits > 2 * popularHits, $"{hits} against {popularHits} of {users.Count}");
    }

    [Fact]
    public void StoringKeepsItAndDamageIsNoticed()
    {
        (Interactions taken, _) = Planted(200, 1);
        ItemNeighbours model = ItemNeighbours.Train(taken);
        byte[] bytes = Bytes(model);
        Assert.Equal(bytes, Bytes(ItemNeighbours.Train(taken)));
        var reader = new MessagePackReader(bytes);
        Assert.Equal(bytes, Bytes(ItemNeighbours.Load(ref reader)));
        Assert.Throws<MessagePackFormatException>(() =>
        {
            var cut = new MessagePackReader(bytes.AsSpan(0, bytes.Length - 10));
            ItemNeighbours.Load(ref cut);
        });
    }

    [Fact]
    public void WhoTookNothingOrWhatNobodyKnowsGetsNothing()
    {
        (Interactions taken, _) = Planted(200, 1);
        ItemNeighbours model = ItemNeighbours.Train(taken);
        var best = new ScoredItem[10];
        Assert.Equal(0, model.Recommend([], best));
        Assert.Equal(0, model.Recommend([Items + 3, -1], best));
        Assert.Equal(0, model.Similar(-1, best));
        Assert.Equal(0, ItemNeighbours.Train(new Interactions(0)).Recommend([], best));
        Assert.Throws<InvalidOperationException>(() => new Interactions(3).Add(1));
    }

    private static byte[] Bytes(ItemNeighbours model) => ModelBytes.Of(buffer =>
    {
        var writer = new MessagePackWriter(buffer);
        model.Save(ref writer);
    });

    /// <summary>Each user likes one group: four of five items are of it, the popular ones more often.</summary>
    private static (Interactions Taken, List<(int[] Shown, int Kept)> Users) Planted(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        var taken = new Interactions(Items);
        var users = new List<(int[] Shown, int Kept)>();
        for (int user = 0; user < count; user++)
        {
            int liked = random.Next(Groups);
            var items = new HashSet<int>();
            while (items.Count < 7)
            {
                int group = random.NextDouble() < 0.8 ? liked : random.Next(Groups);
                int place = Math.Min(random.Next(ItemsOfGroup), random.Next(ItemsOfGroup));
                items.Add((group * ItemsOfGroup) + place);
            }

            int[] all = [.. items];
            taken.NextUser();
            foreach (int item in all[..^1]) taken.Add(item);
            users.Add((all[..^1], all[^1]));
        }

        return (taken, users);
    }
}
