namespace Catalog.Engine.Core.Machines;

/// <summary>Decides one kind of command.</summary>
/// <typeparam name="TState">A partition's state.</typeparam>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public interface IDecider<TState, TCommand, TResult>
    where TState : class
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    /// <summary>
    /// Checks <paramref name="command"/> against <paramref name="state"/>, records what happens through
    /// <see cref="Decision.Emit{TMachine,TState,TEvent}"/> (which applies it) and returns the answer. Everything that
    /// can be refused is refused before the first fact is emitted: facts of one command are durable together.
    /// </summary>
    TResult Decide(TState state, in TCommand command, Decision decision);
}
