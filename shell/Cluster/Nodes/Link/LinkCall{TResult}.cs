using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>A command that waits for its answer, with the answer's type.</summary>
internal sealed class LinkCall<TResult>(long deadlineMs) : LinkCall(deadlineMs)
    where TResult : struct, IResult<TResult>
{
    // Continuations leave the thread that reads: a slow caller must not hold up the others' answers.
    private readonly TaskCompletionSource<LinkAnswer<TResult>> _source =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the caller awaits.</summary>
    internal Task<LinkAnswer<TResult>> Task => _source.Task;

    /// <inheritdoc/>
    internal override void Complete(in AnswerHeader header, ref MessagePackReader result)
    {
        bool hasValue = header.Status is ReplyStatus.Done or ReplyStatus.Repeated;
        TResult value = hasValue ? TResult.Read(ref result) : default;
        var reply = new Reply<TResult>(header.Status, value);
        _source.TrySetResult(new LinkAnswer<TResult>(LinkOutcome.Answered, reply, header.Position, header.Owner));
    }

    /// <inheritdoc/>
    internal override void Fail(LinkOutcome outcome) => _source.TrySetResult(new LinkAnswer<TResult>(outcome));
}
