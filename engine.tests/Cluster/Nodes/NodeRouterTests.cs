using Catalog.Engine.Core.Machines;
using Catalog.Engine.Tests.Core.Shards;
using Catalog.Shell.Cluster.Nodes.Link;

namespace Catalog.Engine.Tests.Cluster.Nodes;

public sealed class NodeRouterTests
{
    // The others do not beat as fast: whoever hears nothing for a while is not dead here.
    private static readonly NodeLinkOptions Hasty = new() { RetryMs = 300, BeatMs = 50, DeadBeats = 1000 };

    [Fact]
    public async Task Commands_and_queries_are_answered_by_the_owner()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false);
        asker.Believe(owner.Address);
        for (ulong key = 0; key < 50; key++) Assert.Equal(3, (await asker.AddAsync(key, 3)).Value.Sum);
        for (ulong key = 0; key < 50; key++) Assert.Equal(3, (await owner.ReadAsync(key)).Value.Sum);
        for (ulong key = 0; key < 50; key++) Assert.Equal(3, (await asker.ReadAsync(key)).Value.Sum);
        Assert.Equal(0, asker.Router.Status.LostCount);
    }

    [Fact]
    public async Task Many_at_once_share_a_link_and_each_gets_its_own_answer()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false);
        asker.Believe(owner.Address);
        Task<Reply<TallyResult>>[] adding =
            [.. Enumerable.Range(1, 2000).Select(i => asker.AddAsync((ulong)i, i).AsTask())];
        Reply<TallyResult>[] replies = await Task.WhenAll(adding);
        for (int i = 0; i < replies.Length; i++) Assert.Equal(i + 1, replies[i].Value.Sum);
        Assert.Equal(1, owner.Listener.PeerCount);
    }

    [Fact]
    public async Task A_refusal_of_the_decider_comes_through_as_it_is()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false);
        asker.Believe(owner.Address);
        Reply<TallyResult> refused = await asker.AddAsync(1, TallyMachine.Refused);
        Assert.Equal((ReplyStatus.Done, false), (refused.Status, refused.Value.IsDone));
        Assert.Equal(ReplyStatus.Faulted, (await asker.AddAsync(1, TallyMachine.Throws)).Status);
    }

    [Fact]
    public async Task A_command_waits_while_its_shard_moves()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false, options: new() { RetryMs = 30_000 });
        Task<Reply<TallyResult>> adding = asker.AddAsync(1, 5).AsTask();
        await Until.HoldsAsync(() => asker.Router.Status.WaitingCount == 1, "it waits");
        Assert.False(adding.IsCompleted);
        asker.Believe(owner.Address);
        Assert.Equal(5, (await adding).Value.Sum);
    }

    [Fact]
    public async Task Where_nobody_owns_the_shard_nothing_happens_and_that_is_said()
    {
        await using LinkNode asker = await LinkNode.StartAsync(owns: false, options: Hasty);
        Assert.Equal(ReplyStatus.Moved, (await asker.AddAsync(1, 5)).Status);
        Assert.Equal(0, asker.Router.Status.SentCount);
    }

    [Fact]
    public async Task A_node_at_the_wrong_door_is_told_the_right_one_and_nothing_is_passed_on()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode wrong = await LinkNode.StartAsync(owns: false);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false);
        asker.Believe(wrong.Address);
        wrong.Believe(owner.Address);
        Assert.Equal(7, (await asker.AddAsync(1, 7)).Value.Sum);
        Assert.Equal(0, wrong.Router.Status.SentCount);
        Assert.Equal(7, (await owner.ReadAsync(1)).Value.Sum);
    }

    [Fact]
    public async Task A_node_that_stops_is_not_asked_in_vain()
    {
        await using LinkNode former = await LinkNode.StartAsync(owns: true);
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false, options: new() { RetryMs = 30_000 });
        await former.Engine.DisposeAsync();
        asker.Believe(former.Address);
        Task<Reply<TallyResult>> adding = asker.AddAsync(1, 5).AsTask();
        await Until.HoldsAsync(() => asker.Router.Status.RetriedCount > 1, "it was sent again");
        asker.Believe(owner.Address);
        Assert.Equal(5, (await adding).Value.Sum);
    }

    [Fact]
    public async Task Nobody_is_answered_before_this_node_has_read_what_was_done()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false, options: new() { CatchUpMs = 60_000 });
        var caughtUp = new TaskCompletionSource();
        long asked = 0;
        asker.CatchUp = (position, _) =>
        {
            asked = position;
            return new ValueTask(caughtUp.Task);
        };
        asker.Believe(owner.Address);
        Task<Reply<TallyResult>> adding = asker.AddAsync(1, 5).AsTask();
        await Until.HoldsAsync(() => Volatile.Read(ref asked) > 0, "the answer has come");
        Assert.Equal(owner.Engine.Storage.Journal.CommittedPosition, asked);
        Assert.False(adding.IsCompleted);
        caughtUp.SetResult();
        Assert.Equal(5, (await adding).Value.Sum);
    }

    [Fact]
    public async Task A_node_that_cannot_catch_up_answers_all_the_same()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false, options: new() { CatchUpMs = 20 });
        asker.CatchUp = static (_, cancel) => new ValueTask(Task.Delay(Timeout.Infinite, cancel));
        asker.Believe(owner.Address);
        Assert.Equal(ReplyStatus.Done, (await asker.AddAsync(1, 5)).Status);
    }

    [Fact]
    public async Task A_link_that_breaks_after_sending_leaves_a_command_unconfirmed_and_a_query_unanswered()
    {
        LinkNode owner = await LinkNode.StartAsync(owns: true, commits: false);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false, options: Hasty);
        await asker.Links.Of(owner.Address)!.WaitUntilUpAsync();
        asker.Believe(owner.Address);
        Task<Reply<TallyResult>> adding = asker.AddAsync(1, 5).AsTask();
        Task<Reply<TallyResult>> reading = asker.ReadAsync(1).AsTask();
        await Until.HoldsAsync(() => asker.Links.ReadStatus().Sum(each => each.InFlight) == 2, "both are there");
        await owner.Listener.DisposeAsync();
        Assert.Equal(ReplyStatus.Unconfirmed, (await adding).Status);
        Assert.NotEqual(ReplyStatus.Unconfirmed, (await reading).Status);
        Assert.False((await reading).HasValue);
        Assert.Equal(1, asker.Router.Status.LostCount);
        await owner.DisposeAsync();
    }

    [Fact]
    public async Task An_owner_that_takes_too_long_leaves_a_command_unconfirmed_and_its_late_answer_is_dropped()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true, commits: false);
        await using LinkNode asker = await LinkNode.StartAsync(
            owns: false, options: new() { AnswerMs = 100, BeatMs = 20, DeadBeats = 1000 });
        asker.Believe(owner.Address);
        Assert.Equal(ReplyStatus.Unconfirmed, (await asker.AddAsync(1, 5)).Status);
        Assert.Equal(0, asker.OnlyLink.InFlight);
        // The asker's patience may end before the owner has decided.
        await Until.HoldsAsync(
            () =>
            {
                owner.CommitAll();
                return owner.Engine.Storage.Journal.CommittedPosition > 0;
            },
            "it is committed");
        Task<Reply<TallyResult>> reading = asker.ReadAsync(1).AsTask();
        await CommitUntilAsync(owner, reading);
        Assert.Equal(5, (await reading).Value.Sum);
    }

    [Fact]
    public async Task More_than_may_be_in_flight_is_busy_at_once_and_the_others_are_answered()
    {
        await using LinkNode owner = await LinkNode.StartAsync(owns: true, commits: false);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false, options: new() { MaxInFlight = 8 });
        asker.Believe(owner.Address);
        Task<Reply<TallyResult>> first = asker.AddAsync(0, 1).AsTask();
        await Until.HoldsAsync(() => asker.Links.ReadStatus().Sum(each => each.InFlight) == 1, "the link is up");
        Task<Reply<TallyResult>>[] adding =
            [first, .. Enumerable.Range(1, 500).Select(i => asker.AddAsync((ulong)i, 1).AsTask())];
        await Until.HoldsAsync(() => adding.Count(each => each.IsCompleted) == 493, "the rest is refused");
        Assert.All(adding.Where(each => each.IsCompleted), each => Assert.Equal(ReplyStatus.Busy, each.Result.Status));
        Task<Reply<TallyResult>[]> all = Task.WhenAll(adding);
        await CommitUntilAsync(owner, all);
        Assert.Equal(8, (await all).Count(each => each.Status == ReplyStatus.Done));
    }

    [Fact]
    public async Task An_owner_bounds_what_one_node_has_it_do()
    {
        await using LinkNode owner = await LinkNode.StartAsync(
            owns: true, commits: false, options: new() { MaxInFlight = 4 });
        await using LinkNode asker = await LinkNode.StartAsync(owns: false);
        asker.Believe(owner.Address);
        Task<Reply<TallyResult>>[] adding =
            [.. Enumerable.Range(1, 100).Select(i => asker.AddAsync((ulong)i, 1).AsTask())];
        await Until.HoldsAsync(() => adding.Count(each => each.IsCompleted) == 96, "the rest is refused");
        Task<Reply<TallyResult>[]> all = Task.WhenAll(adding);
        await CommitUntilAsync(owner, all);
        Assert.Equal(96, (await all).Count(each => each.Status == ReplyStatus.Busy));
    }

    private static async Task CommitUntilAsync(LinkNode owner, Task done)
    {
        while (!done.IsCompleted)
        {
            owner.CommitAll();
            await Task.WhenAny(done, Task.Delay(5));
        }
    }
}
