using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Bench.Shared.Engines;

/// <summary>What a <see cref="GroupPipeline{TState,TCommand,TResult}"/> sends. Thread-safe.</summary>
internal interface ICommandSource<TState, TCommand, TResult>
    where TState : class
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    /// <summary>Fills an empty group with commands for partitions of a shard.</summary>
    void Fill(int shard, int commandCount, CommandGroup<TState, TCommand, TResult> group);

    /// <summary>Whether a command did what it was for; throws when the answer is not one of those expected.</summary>
    bool IsGranted(in Reply<TResult> reply);
}
