using Catalog.Engine.Tests.Gateway.Loops;

namespace Catalog.Engine.Tests.Gateway.Backplane;

/// <summary>Who is there, and who types, over several nodes that lose each other.</summary>
public sealed class NodePresenceTests
{
    [Fact]
    public async Task A_user_is_there_while_any_node_has_it()
    {
        await using var world = new NodesWorld(3);
        FakeOutbound watcher = world.Join(2);
        FakeOutbound here = world.Join(0, "ann");
        FakeOutbound there = world.Join(1, "ann");
        here.Connection.Unsubscribe(NodesWorld.Room);
        world.Pass(seconds: 7);
        Assert.Equal(["joined ann"], NodesWorld.Told(watcher));
        Assert.Equal(["ann"], world.UsersAt(2));
        there.Connection.Unsubscribe(NodesWorld.Room);
        world.Pass(seconds: 7);
        Assert.Equal(["joined ann", "left ann"], NodesWorld.Told(watcher));
        Assert.All([0, 1, 2], node => Assert.Empty(world.UsersAt(node)));
    }

    [Fact]
    public async Task A_node_that_dies_loses_its_members_and_one_that_starts_hears_of_all()
    {
        await using var world = new NodesWorld(3);
        FakeOutbound watcher = world.Join(0);
        world.Join(1, "ann");
        world.Join(1, "bob");
        world.Join(0, "bob");
        world.LinkOf(1).Cut();
        world.Pass(seconds: 4, dead: 1);
        Assert.Equal(["ann", "bob"], world.UsersAt(0));
        world.Pass(seconds: 2, dead: 1);
        Assert.Equal(["bob"], world.UsersAt(0));
        Assert.Equal(["joined ann", "joined bob", "left ann"], NodesWorld.Told(watcher));
        Assert.Equal(1, world.Nodes[0].Gateway.PeerCount);
    }

    [Fact]
    public async Task While_a_node_is_alone_it_shows_its_own_and_then_all_again()
    {
        await using var world = new NodesWorld(2);
        FakeOutbound watcher = world.Join(0);
        world.Join(0, "ann");
        world.Join(1, "bob");
        FakeOutbound leaver = world.Join(1, "dan");
        world.LinkOf(0).Cut();
        world.Join(1, "eve");
        leaver.Connection.Unsubscribe(NodesWorld.Room);
        world.Pass(seconds: 7);
        Assert.Equal(["ann"], world.UsersAt(0));
        Assert.Equal(["bob", "eve"], world.UsersAt(1));

        world.LinkOf(0).Mend();
        world.Pass(seconds: 3);
        Assert.Equal(["ann", "bob", "eve"], world.UsersAt(0));
        Assert.Equal(["ann", "bob", "eve"], world.UsersAt(1));
        Assert.Equal(
            ["joined ann", "joined bob", "joined dan", "left bob", "left dan", "joined bob", "joined eve"],
            NodesWorld.Told(watcher));
    }

    [Fact]
    public async Task A_short_cut_tells_nobody_that_others_left()
    {
        await using var world = new NodesWorld(2);
        FakeOutbound watcher = world.Join(0);
        world.Join(1, "bob");
        world.LinkOf(0).Cut();
        world.Join(1, "eve");
        world.Pass(seconds: 2);
        world.LinkOf(0).Mend();
        world.Pass(seconds: 3);
        Assert.Equal(["joined bob", "joined eve"], NodesWorld.Told(watcher));
    }

    [Fact]
    public async Task Who_stood_still_itself_does_not_take_the_others_for_dead()
    {
        await using var world = new NodesWorld(2);
        FakeOutbound watcher = world.Join(0);
        world.Join(1, "bob");
        world.Pass(seconds: 2);
        world.Nodes[0].Sleep(TimeSpan.FromMinutes(1));
        world.Pass(seconds: 2);
        Assert.Equal(["joined bob"], NodesWorld.Told(watcher));
    }

    [Fact]
    public async Task More_members_than_one_message_holds_arrive_whole()
    {
        await using var world = new NodesWorld(2);
        world.LinkOf(1).Cut();
        for (int i = 0; i < 600; i++) world.Join(0, $"user {i}");
        world.LinkOf(1).Mend();
        world.Pass(seconds: 3);
        Assert.Equal(600, world.UsersAt(1).Length);
    }

    [Fact]
    public async Task Typing_is_told_at_all_nodes_until_it_ends_or_nothing_more_is_heard_of_it()
    {
        await using var world = new NodesWorld(2);
        FakeOutbound far = world.Join(1), near = world.Join(0), ann = world.Join(0, "ann");
        far.Forget();
        near.Forget();
        ann.Forget();
        world.Type(0, ann);
        for (int i = 0; i < 4; i++)
        {
            world.Pass(seconds: 2);
            world.Type(0, ann);
        }

        Assert.Equal(["typing ann"], NodesWorld.Told(far));
        Assert.Equal(["typing ann"], NodesWorld.Told(near));
        Assert.Empty(NodesWorld.Told(ann));
        world.Type(0, ann, hasEnded: true);
        Assert.Equal(["typing ann", "typing_ended ann"], NodesWorld.Told(far));

        // The node dies: nobody says that it has ended.
        world.Type(0, ann);
        world.LinkOf(0).Cut();
        world.Pass(seconds: 6, dead: 0);
        Assert.Equal(
            ["typing ann", "typing_ended ann", "typing ann", "typing_ended ann", "left ann"], NodesWorld.Told(far));
    }

    [Fact]
    public async Task Whatever_happens_all_nodes_agree_in_the_end()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            await using var world = new NodesWorld(3);
            FakeOutbound[] watchers = [.. Enumerable.Range(0, 3).Select(node => world.Join(node))];
            var present = new List<(string User, FakeOutbound Client)>();
            var cut = new HashSet<int>();
            for (int step = 0; step < 60; step++)
            {
                int node = random.Next(3);
                string user = "abcd"[random.Next(4)].ToString();
                int deed = random.Next(10);
                if (deed < 4) present.Add((user, world.Join(node, user)));
                else if (deed < 7 && present.Count > 0) Leave(present, random.Next(present.Count));
                else if (deed == 7 && cut.Add(node)) world.LinkOf(node).Cut();
                else if (deed == 8 && cut.Remove(node)) world.LinkOf(node).Mend();
                else world.Pass(random.NextDouble() * 4);
                Assert.All(world.Nodes, static one => one.Gateway.CheckPresence());
            }

            foreach (int node in cut) world.LinkOf(node).Mend();
            world.Pass(seconds: 12);
            string[] expected = [.. present.Select(one => one.User).Distinct().Order(StringComparer.Ordinal)];
            for (int node = 0; node < 3; node++)
            {
                Assert.True(expected.SequenceEqual(world.UsersAt(node)), $"seed {seed}, node {node}");
                Assert.True(expected.SequenceEqual(AsTold(watchers[node])), $"seed {seed}, watcher {node}");
            }
        }
    }

    private static void Leave(List<(string User, FakeOutbound Client)> present, int index)
    {
        Assert.True(present[index].Client.Connection.Unsubscribe(NodesWorld.Room));
        present.RemoveAt(index);
    }

    /// <summary>Who is there for a client that believed all it was told; none comes twice or leaves unseen.</summary>
    private static string[] AsTold(FakeOutbound client)
    {
        var users = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string news in NodesWorld.Told(client))
        {
            string[] words = news.Split(' ');
            Assert.True(words[0] == "joined" ? users.Add(words[1]) : users.Remove(words[1]), news);
        }

        return [.. users];
    }
}
