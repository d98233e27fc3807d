using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>The end of a link that sends commands and waits for their answers.</summary>
internal sealed class LinkCaller : LinkConnection
{
    private readonly LinkCalls _calls;
    private readonly int _answerMs;

    internal LinkCaller(Stream stream, NodeLinkOptions options)
        : base(stream, options)
    {
        _calls = new LinkCalls(options.MaxInFlight);
        _answerMs = options.AnswerMs;
    }

    /// <summary>Commands without an answer.</summary>
    internal int InFlight => _calls.Count;

    /// <summary>Sends a command; the task never fails.</summary>
    /// <param name="remote">What it is.</param>
    /// <param name="header">Where it belongs; its id is filled in.</param>
    /// <param name="command">The command.</param>
    internal Task<LinkAnswer<TResult>> SendAsync<TCommand, TResult>(
        RemoteCommand<TCommand, TResult> remote, RequestHeader header, in TCommand command)
        where TCommand : struct, ICommand<TResult>
        where TResult : struct, IResult<TResult>
    {
        var call = new LinkCall<TResult>(Environment.TickCount64 + _answerMs);
        if (!_calls.TryAdd(call, out ulong id)) return Answer<TResult>(LinkOutcome.Full);
        var frame = new RequestFrame<TCommand, TResult>(remote, header with { Id = id }, command);
        OutboxResult result;
        try
        {
            result = Outbox.TryAdd(in frame, call);
        }
        catch
        {
            _calls.Take(id);
            throw;
        }

        if (result == OutboxResult.Added) return call.Task;

        // Whoever breaks the link may have taken it out, and answered, meanwhile: it was not sent either way.
        _calls.Take(id);
        return Answer<TResult>(result switch
        {
            OutboxResult.Full => LinkOutcome.Full,
            OutboxResult.TooLarge => LinkOutcome.TooLarge,
            _ => LinkOutcome.NotSent,
        });
    }

    /// <summary>The link is broken: nothing is answered any more.</summary>
    internal void FailAll()
    {
        Outbox.Close();
        _calls.FailAll(Outbox.StartedVolume);
    }

    /// <inheritdoc/>
    protected override void OnBeat() => _calls.Expire(Environment.TickCount64);

    /// <inheritdoc/>
    protected override void Receive(FrameKind kind, ReadOnlySpan<byte> body)
    {
        if (kind == FrameKind.Beat) return;
        if (kind != FrameKind.Answer) throw new LinkException($"A frame of kind {kind} came; answers are expected.");
        LinkCall? call = null;
        try
        {
            var reader = new MessagePackReader(body);
            AnswerHeader header = AnswerHeader.Read(ref reader);
            call = _calls.Take(header.Id);
            call?.Complete(in header, ref reader);
        }
        catch (MessagePackFormatException exception)
        {
            call?.Fail(LinkOutcome.Lost);
            throw new LinkException($"An answer could not be read: {exception.Message}");
        }
    }

    private static Task<LinkAnswer<TResult>> Answer<TResult>(LinkOutcome outcome)
        where TResult : struct => Task.FromResult(new LinkAnswer<TResult>(outcome));
}
