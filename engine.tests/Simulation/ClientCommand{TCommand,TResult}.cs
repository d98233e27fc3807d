using Catalog.Engine.Booking;
using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>A command with its types.</summary>
/// <param name="showtimeId">The showtime.</param>
/// <param name="key">The idempotency key, or none.</param>
/// <param name="make">Makes the command at a time, under a key.</param>
/// <param name="learn">What the client remembers of the answer.</param>
internal sealed class ClientCommand<TCommand, TResult>(
    ulong showtimeId,
    IdempotencyKey key,
    Func<long, IdempotencyKey, TCommand> make,
    Action<TResult>? learn) : ClientCommand(showtimeId, key)
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    private TCommand _command;
    private ValueTask<Reply<TResult>> _task;

    internal override object Command => _command;

    internal override long TimeMs => _command.TimeMs;

    internal override bool IsQuery => _command is IQuery<TResult>;

    internal override bool IsCompleted => _task.IsCompleted;

    internal override void Post(SystemHandle<ShowtimeState> handle, long nowMs)
    {
        _command = make(nowMs, Key);
        _task = handle.ExecuteAsync<TCommand, TResult>(ShowtimeId, in _command);
    }

    internal override (ReplyStatus Status, byte[] Answer) Take()
    {
        Reply<TResult> reply = _task.GetAwaiter().GetResult();
        if (!reply.HasValue) return (reply.Status, []);
        learn?.Invoke(reply.Value);
        return (reply.Status, Answers.Encode(reply.Value));
    }

    internal override ClientCommand Again(IdempotencyKey key) =>
        new ClientCommand<TCommand, TResult>(ShowtimeId, key, make, learn);
}
