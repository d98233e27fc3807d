using System.Diagnostics;
using Catalog.Engine.Core.Shards;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Core.Shards;

/// <summary>What listeners hear of commands and batches.</summary>
[Collection(AloneGroup.Name)]
public sealed class CommandTraceTests : IDisposable
{
    private const ulong Key = 77_001;
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-trace-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_command_is_an_activity_under_its_callers_and_leaves_nothing_current()
    {
        var ended = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Catalog.Engine",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (Key.Equals(activity.GetTagItem("catalog.partition")))
                    lock (ended) ended.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using TallyHost host = await TallyHost.StartAsync(_folder);
        using Activity caller = new Activity("caller").Start();
        await host.AddAsync(Key, 1);
        Assert.Same(caller, Activity.Current);
        Activity one = Assert.Single(ended);
        Assert.Equal("AddToTally tally Done", string.Join(
            ' ', one.OperationName, one.GetTagItem("catalog.system"), one.GetTagItem("catalog.outcome")));
        Assert.Equal(caller.TraceId, one.TraceId);
        Assert.Equal(caller.SpanId, one.ParentSpanId);
    }

    [Fact]
    public async Task Every_batch_is_told_of_once_it_is_durable()
    {
        var batches = new List<BatchReport>();
        var options = new EngineOptions { BatchCommitted = batches.Add };
        await using (TallyHost host = await TallyHost.StartAsync(_folder, options))
        {
            for (int i = 0; i < 20; i++) await host.AddAsync(Key, 1);
            await host.ReadAsync(Key);
            ShardStatus shard = Assert.Single(host.Engine.ReadShards());
            Assert.Equal((21, 1, 0), (shard.CommandCount, shard.PartitionCount, shard.MailboxDepth));
        }

        // The engine's own works, for the snapshots at the end, are among them.
        Assert.True(batches.Sum(static batch => batch.CommandCount) >= 21);
        Assert.Equal(20, batches.Count(static batch => batch.SizeBytes > 0));
        Assert.All(batches, static each => Assert.True(each.Commit >= TimeSpan.Zero && each.Decide >= TimeSpan.Zero));
    }
}
