using System.Threading.Tasks.Sources;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// Commands for partitions of one shard that are posted, decided and made durable together, each with its own answer.
/// Fill it, await <see cref="ExecuteAsync"/>, read the answers, clear it, use it again: nothing is allocated. Each
/// command is atomic by itself; the group is not. For one caller at a time.
/// </summary>
/// <typeparam name="TState">The state of the system's partitions.</typeparam>
/// <typeparam name="TCommand">The command.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public sealed class CommandGroup<TState, TCommand, TResult>
    where TState : class
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    private readonly CatalogEngine _engine;
    private readonly SystemHost<TState> _host;
    private readonly Shard _shard;
    private readonly GroupWork _work;
    private readonly ulong[] _keys;
    private readonly TCommand[] _commands;
    private readonly Reply<TResult>[] _replies;
    private bool _isRunning;

    internal CommandGroup(CatalogEngine engine, SystemHost<TState> host, int shardIndex, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        host.DeciderOf<TCommand, TResult>();
        _engine = engine;
        _host = host;
        _shard = engine.ShardAt(shardIndex);
        _keys = new ulong[capacity];
        _commands = new TCommand[capacity];
        _replies = new Reply<TResult>[capacity];
        _work = new GroupWork(this);
    }

    /// <summary>Number of commands in the group.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// The answers, in the order of the commands; valid after <see cref="ExecuteAsync"/> gave <see
    /// cref="ReplyStatus.Done"/>.
    /// </summary>
    public ReadOnlySpan<Reply<TResult>> Replies => _replies.AsSpan(0, Count);

    /// <summary>Adds a command; false when the group is full or the partition belongs to another shard. O(1).</summary>
    /// <exception cref="InvalidOperationException">The group is on its way.</exception>
    public bool TryAdd(ulong key, in TCommand command)
    {
        if (_isRunning) throw new InvalidOperationException("The group is on its way.");
        if (Count == _keys.Length || _engine.ShardOf(new PartitionKey(_host.SystemId, key)) != _shard) return false;
        _keys[Count] = key;
        _commands[Count] = command;
        Count++;
        return true;
    }

    /// <summary>
    /// Posts the group. <see cref="ReplyStatus.Done"/> when every command has its answer, else nothing happened.
    /// </summary>
    /// <exception cref="InvalidOperationException">The group is on its way.</exception>
    public ValueTask<ReplyStatus> ExecuteAsync()
    {
        if (_isRunning) throw new InvalidOperationException("The group is on its way.");
        if (!_engine.AcceptsCommands) return new(ReplyStatus.Stopping);
        return _engine.Router is { } router ? RouteAsync(router) : PostAsync();
    }

    /// <summary>Empties the group.</summary>
    /// <exception cref="InvalidOperationException">The group is on its way.</exception>
    public void Clear()
    {
        if (_isRunning) throw new InvalidOperationException("The group is on its way.");
        Count = 0;
    }

    private ValueTask<ReplyStatus> PostAsync()
    {
        _isRunning = true;
        ValueTask<ReplyStatus> task = _work.Task;
        if (_shard.TryPost(_work)) return task;
        _isRunning = false;
        return new(ReplyStatus.Busy);
    }

    /// <summary>One by one to another process's shard; what has its answer keeps it.</summary>
    private async ValueTask<ReplyStatus> RouteAsync(ICommandRouter router)
    {
        ReplyStatus status = _shard.IsOwned ? await PostAsync() : ReplyStatus.Moved;
        if (status is not (ReplyStatus.Done or ReplyStatus.Moved)) return status;
        if (status == ReplyStatus.Moved)
            for (int i = 0; i < Count; i++) _replies[i] = new Reply<TResult>(ReplyStatus.Moved, default);
        _isRunning = true;
        for (int i = 0; i < Count; i++)
        {
            if (_replies[i].Status != ReplyStatus.Moved) continue;
            _replies[i] = await router.SendAsync<TCommand, TResult>(
                _shard.Index, _host.SystemId, _keys[i], in _commands[i]);
        }

        _isRunning = false;
        return ReplyStatus.Done;
    }

    private sealed class GroupWork(CommandGroup<TState, TCommand, TResult> group) : Work, IValueTaskSource<ReplyStatus>
    {
        private ManualResetValueTaskSourceCore<ReplyStatus> _source = new() { RunContinuationsAsynchronously = true };

        public ValueTask<ReplyStatus> Task => new(this, _source.Version);

        public override void Decide(Shard shard)
        {
            const int AtOnce = SystemHost<TState>.MaxPrefetch;
            for (int first = 0; first < group.Count; first += AtOnce)
            {
                int end = Math.Min(first + AtOnce, group.Count);
                group._host.Prefetch(shard.Partitions, group._keys.AsSpan(first, end - first));
                for (int i = first; i < end; i++)
                {
                    group._replies[i] = CommandRunner<TState, TCommand, TResult>.Run(
                        shard, group._host, group._keys[i], in group._commands[i]);
                }
            }
        }

        public override void Complete() => _source.SetResult(ReplyStatus.Done);

        public override void Refuse(ReplyStatus status) => _source.SetResult(status);

        public ReplyStatus GetResult(short token)
        {
            ReplyStatus status = _source.GetResult(token);
            _source.Reset();
            group._isRunning = false;
            return status;
        }

        public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

        public void OnCompleted(
            Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _source.OnCompleted(continuation, state, token, flags);
    }
}
