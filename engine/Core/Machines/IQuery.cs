namespace Catalog.Engine.Core.Machines;

/// <summary>
/// A command that only looks: it emits no fact, and is answered even when the disk is full. What it sees is durable by
/// the time it is answered, because its answer waits for the batch it was decided in.
/// </summary>
/// <typeparam name="TResult">What the caller gets back.</typeparam>
public interface IQuery<TResult> : ICommand<TResult>
    where TResult : struct, IResult<TResult>;
