using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Shards;

/// <summary>
/// The way of one command on the shard's loop: find its partition, ask the idempotency table, decide, store the answer
/// beside the effect.
/// </summary>
internal static class CommandRunner<TState, TCommand, TResult>
    where TState : class
    where TCommand : struct, ICommand<TResult>
    where TResult : struct, IResult<TResult>
{
    private static readonly bool IsQuery = typeof(IQuery<TResult>).IsAssignableFrom(typeof(TCommand));

    public static Reply<TResult> Run(Shard shard, SystemHost<TState> host, ulong key, in TCommand command)
    {
        if (!shard.IsOwned) return Refused(ReplyStatus.Moved);
        if (!IsQuery && !shard.AcceptsWrites) return Refused(ReplyStatus.StorageFull);
        if (!shard.TryFind(host, key, out Partition? found)) return Refused(ReplyStatus.Busy);
        var partition = (Partition<TState>)found;
        long timeMs = Math.Max(command.TimeMs, partition.LastTimeMs);
        if (!command.Idempotency.IsNone && Known(partition, command.Idempotency, timeMs, out Reply<TResult> known))
            return known;
        Decision decision = shard.Begin(partition, timeMs);
        int mark = shard.Records.Length;
        TResult result;
        try
        {
            result = host.DeciderOf<TCommand, TResult>().Decide(partition.State, in command, decision);
            if (decision.EffectCount > 0 && !command.Idempotency.IsNone) Store(shard, partition, command, in result);
        }
        catch (Exception exception)
        {
            shard.Fault(exception, partition.Key, decision.EmittedCount, mark);
            return Refused(ReplyStatus.Faulted);
        }

        shard.Finish(partition, decision.EmittedCount);
        return new Reply<TResult>(ReplyStatus.Done, result);
    }

    /// <summary>What a refusal means for this command: a query that may have been decided did nothing.</summary>
    public static ReplyStatus Refusal(ReplyStatus status) =>
        IsQuery && status == ReplyStatus.Unconfirmed ? ReplyStatus.Moved : status;

    private static Reply<TResult> Refused(ReplyStatus status) => new(status, default);

    private static bool Known(Partition partition, in IdempotencyKey key, long timeMs, out Reply<TResult> reply)
    {
        reply = default;
        IdempotencyTable? table = partition.Idempotency;
        if (table is null) return false;
        switch (table.Find(in key, timeMs, out ReadOnlySpan<byte> answer))
        {
            case IdempotencyState.OtherPayload:
                reply = Refused(ReplyStatus.KeyReused);
                return true;
            case IdempotencyState.Running when key.Phase != IdempotencyPhase.Finish:
                reply = Refused(ReplyStatus.KeyRunning);
                return true;
            case IdempotencyState.Answered:
                reply = Stored(answer);
                return true;
            case IdempotencyState.Unknown when table.IsFull(timeMs):
                reply = Refused(ReplyStatus.Busy);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The stored answer; one of another shape belongs to another operation under the same key.</summary>
    private static Reply<TResult> Stored(ReadOnlySpan<byte> answer)
    {
        try
        {
            var reader = new MessagePackReader(answer);
            return new Reply<TResult>(ReplyStatus.Repeated, TResult.Read(ref reader));
        }
        catch (MessagePackFormatException)
        {
            return Refused(ReplyStatus.KeyReused);
        }
    }

    private static void Store(Shard shard, Partition partition, in TCommand command, in TResult result)
    {
        IdempotencyKey key = command.Idempotency;
        bool isAnswered = key.Phase != IdempotencyPhase.Start;
        ByteBuffer answer = shard.Answer;
        answer.Clear();
        if (isAnswered)
        {
            var writer = new MessagePackWriter(answer);
            result.Write(ref writer);
            writer.Flush();
        }

        shard.Decision.Record(new IdempotencyRecorded(key, isAnswered, answer.WrittenMemory));
        partition.Remember(in key, isAnswered, answer.WrittenSpan, shard.Decision.TimeMs);
    }
}
