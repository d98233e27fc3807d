namespace Catalog.Engine.Core.Machines;

/// <summary>The answer to a command together with what became of it.</summary>
/// <param name="Status">What became of the command.</param>
/// <param name="Value">The decider's answer when <see cref="HasValue"/>, else <c>default</c>.</param>
/// <typeparam name="TResult">The decider's answer.</typeparam>
public readonly record struct Reply<TResult>(ReplyStatus Status, TResult Value)
    where TResult : struct
{
    /// <summary>Whether the command was decided, now or when it first came.</summary>
    public bool HasValue => Status is ReplyStatus.Done or ReplyStatus.Repeated;
}
