using System.Diagnostics;
using Catalog.Bench.Shared.Measure;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Bench.Shared.Engines;

/// <summary>
/// Keeps a fixed number of command groups on their way through every shard of an engine, each refilled and posted again
/// as soon as its answers are durable.
/// </summary>
internal sealed class GroupPipeline<TState, TCommand, TResult>
    where TState : class
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    private readonly PipelineShape _shape;
    private readonly ICommandSource<TState, TCommand, TResult> _source;
    private readonly CommandGroup<TState, TCommand, TResult>[][] _groups;

    /// <summary>Makes the groups.</summary>
    public GroupPipeline(
        SystemHandle<TState> handle,
        int shardCount,
        PipelineShape shape,
        ICommandSource<TState, TCommand, TResult> source)
    {
        _shape = shape;
        _source = source;
        _groups = new CommandGroup<TState, TCommand, TResult>[shardCount][];
        for (int shard = 0; shard < shardCount; shard++)
        {
            _groups[shard] = new CommandGroup<TState, TCommand, TResult>[shape.GroupsPerShard];
            for (int i = 0; i < shape.GroupsPerShard; i++)
                _groups[shard][i] = handle.CreateGroup<TCommand, TResult>(shard, shape.CommandsPerGroup);
        }
    }

    /// <summary>Runs for so long.</summary>
    public async Task<PipelineScore> RunAsync(TimeSpan duration, CancellationToken cancel)
    {
        long start = Stopwatch.GetTimestamp();
        long endAt = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        var lanes = new List<Task<Lane>>();
        for (int shard = 0; shard < _groups.Length; shard++)
        {
            int owner = shard;
            foreach (CommandGroup<TState, TCommand, TResult> group in _groups[shard])
                lanes.Add(Task.Run(() => RunLaneAsync(owner, group, endAt, cancel), cancel));
        }

        Lane[] done = await Task.WhenAll(lanes);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        var latency = new LatencyHistogram();
        foreach (Lane lane in done) latency.Add(lane.Latency);
        return new PipelineScore(done.Sum(l => l.Commands), done.Sum(l => l.Granted), elapsed, latency);
    }

    private async Task<Lane> RunLaneAsync(
        int shard, CommandGroup<TState, TCommand, TResult> group, long endAt, CancellationToken cancel)
    {
        var latency = new LatencyHistogram();
        long commands = 0, granted = 0;
        while (Stopwatch.GetTimestamp() < endAt && !cancel.IsCancellationRequested)
        {
            group.Clear();
            _source.Fill(shard, _shape.CommandsPerGroup, group);
            long postedAt = Stopwatch.GetTimestamp();
            ReplyStatus status = await group.ExecuteAsync();
            if (status == ReplyStatus.Busy)
            {
                await Task.Yield();
                continue;
            }

            if (status != ReplyStatus.Done) throw new InvalidOperationException($"The engine answered {status}.");
            latency.RecordTicks(Stopwatch.GetTimestamp() - postedAt);
            commands += group.Count;
            granted += CountGranted(group.Replies);
        }

        return new Lane(commands, granted, latency);
    }

    private int CountGranted(ReadOnlySpan<Reply<TResult>> replies)
    {
        int count = 0;
        for (int i = 0; i < replies.Length; i++)
        {
            if (_source.IsGranted(in replies[i])) count++;
        }

        return count;
    }

    private sealed record Lane(long Commands, long Granted, LatencyHistogram Latency);
}
