namespace Catalog.Bench.Shared.Engines;

/// <summary>How much is under way at once.</summary>
/// <param name="GroupsPerShard">Groups of commands in flight a shard, as so many pipelined connections have.</param>
/// <param name="CommandsPerGroup">Commands in each.</param>
internal sealed record PipelineShape(int GroupsPerShard, int CommandsPerGroup)
{
    /// <summary>The usual: enough that a sync of a few milliseconds has the next batch waiting behind it.</summary>
    public static PipelineShape Default { get; } = new(64, 256);

    /// <summary>In words.</summary>
    public override string ToString() => $"{GroupsPerShard} x {CommandsPerGroup} in flight";
}
