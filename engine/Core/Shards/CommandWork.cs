using System.Diagnostics;
using System.Threading.Tasks.Sources;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <summary>One command on its way through a shard, and the pooled awaitable its caller holds.</summary>
internal sealed class CommandWork<TState, TCommand, TResult> : Work, IValueTaskSource<Reply<TResult>>
    where TState : class
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    private static readonly string Name = typeof(TCommand).Name;
    private static readonly WorkPool<CommandWork<TState, TCommand, TResult>> Pool = new();

    // Continuations leave the journal's thread: a slow caller must not hold up the next commit.
    private ManualResetValueTaskSourceCore<Reply<TResult>> _source = new() { RunContinuationsAsynchronously = true };
    private SystemHost<TState>? _host;
    private ulong _key;
    private TCommand _command;
    private Reply<TResult> _reply;
    private Activity? _trace;

    /// <summary>Takes a work from the pool and fills it.</summary>
    public static CommandWork<TState, TCommand, TResult> Rent(SystemHost<TState> host, ulong key, in TCommand command)
    {
        CommandWork<TState, TCommand, TResult> work = Pool.Rent();
        work._host = host;
        work._key = key;
        work._command = command;
        work._trace = CommandTrace.Start(host, key, Name);
        return work;
    }

    /// <summary>What the caller awaits, once.</summary>
    public ValueTask<Reply<TResult>> Task => new(this, _source.Version);

    public override void Decide(Shard shard) =>
        _reply = CommandRunner<TState, TCommand, TResult>.Run(shard, _host!, _key, in _command);

    public override void Complete()
    {
        if (_trace is not null) EndTraceSlow(_reply.Status);
        _source.SetResult(_reply);
    }

    public override void Refuse(ReplyStatus status)
    {
        status = CommandRunner<TState, TCommand, TResult>.Refusal(status);
        if (_trace is not null) EndTraceSlow(status);
        _source.SetResult(new Reply<TResult>(status, default));
    }

    /// <summary>Gives a work that was never posted back.</summary>
    public void Abandon()
    {
        if (_trace is not null) EndTraceSlow(ReplyStatus.Busy);
        _host = null;
        _command = default;
        Pool.Return(this);
    }

    Reply<TResult> IValueTaskSource<Reply<TResult>>.GetResult(short token)
    {
        Reply<TResult> reply = _source.GetResult(token);
        _source.Reset();
        _host = null;
        _command = default;
        Pool.Return(this);
        return reply;
    }

    ValueTaskSourceStatus IValueTaskSource<Reply<TResult>>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<Reply<TResult>>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    private void EndTraceSlow(ReplyStatus status)
    {
        CommandTrace.End(_trace!, status.ToString());
        _trace = null;
    }
}
