using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Seed.Shared;

/// <summary>
/// Sends commands of one kind without waiting for each: as many as fit the window are under way. They are decided in
/// the order they are sent, beside other streams of the same sender; every answer is checked.
/// </summary>
/// <param name="handle">Where they go.</param>
/// <param name="check">Says what is wrong with an answer to a command with the given tag, or null.</param>
/// <param name="window">How many may be under way.</param>
/// <remarks>For one sender. Nothing is allocated once the window is full.</remarks>
internal sealed class CommandStream<TState, TCommand, TResult>(
    SystemHandle<TState> handle, Func<TResult, ulong, string?> check, int window = CommandWindow.Usual)
    where TState : class
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    private readonly Queue<(ValueTask<Reply<TResult>> Answer, ulong Tag)> _underWay = new(window);

    /// <summary>Sends one.</summary>
    /// <param name="key">Its partition.</param>
    /// <param name="command">The command.</param>
    /// <param name="tag">Handed to the check together with the answer.</param>
    public async ValueTask SendAsync(ulong key, TCommand command, ulong tag = 0)
    {
        if (_underWay.Count == window) await TakeAsync();
        _underWay.Enqueue((handle.ExecuteAsync<TCommand, TResult>(key, in command), tag));
    }

    /// <summary>Returns when every answer is there.</summary>
    /// <exception cref="InvalidOperationException">One is not as it must be.</exception>
    public async ValueTask DrainAsync()
    {
        while (_underWay.Count > 0) await TakeAsync();
    }

    private async ValueTask TakeAsync()
    {
        (ValueTask<Reply<TResult>> answer, ulong tag) = _underWay.Dequeue();
        Reply<TResult> reply = await answer;
        string? fault = reply.HasValue ? check(reply.Value, tag) : reply.Status.ToString();
        if (fault is not null) throw new InvalidOperationException($"{typeof(TCommand).Name}, {tag}: {fault}.");
    }
}
