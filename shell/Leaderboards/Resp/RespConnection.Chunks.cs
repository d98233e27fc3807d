using System.Runtime.CompilerServices;
using System.Text;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Engine.Wire.Resp;

namespace Catalog.Shell.Leaderboards.Resp;

/// <content>Chunks on their way to the database, and what became of them.</content>
internal sealed partial class RespConnection
{
    private ulong _seed = (ulong)Random.Shared.NextInt64();

    private RespWriter Writer => new(_chunk.AnswerBuffer, _protocol);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask FlushAsync()
    {
        if (_chunk.Count == 0) return;
        _services.Meters.NoteChunk(_chunk.Count);
        await ExecuteAsync(_database, _chunk);
        _chunk.ClearCommands();
    }

    /// <summary>Has a chunk decided; its answers are behind those there are.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ExecuteAsync(int database, CommandChunk chunk)
    {
        // Donald Knuth's multiplier: what is drawn by one command tells little of the next.
        _seed = (_seed * 6364136223846793005UL) + 1442695040888963407UL;
        chunk.Seed = _seed;
        chunk.Protocol = _protocol;
        Reply<ChunkAnswers> reply = chunk.HasWrites
            ? await _services.Databases.ExecuteAsync<RunCommands, ChunkAnswers>(
                (ulong)database, new RunCommands(NowMs, chunk))
            : await _services.Databases.ExecuteAsync<ReadCommands, ChunkAnswers>(
                (ulong)database, new ReadCommands(NowMs, chunk));
        if (!reply.HasValue) Refuse(chunk, reply.Status);
        else if (reply.Value.Chunk is { } answered && answered != chunk)
            chunk.AnswerBuffer.Write(answered.Answers.Span);
    }

    /// <summary>Every command of a chunk that was not decided gets the same answer.</summary>
    private static void Refuse(CommandChunk chunk, ReplyStatus status)
    {
        ReadOnlySpan<byte> error = status switch
        {
            ReplyStatus.Busy => "BUSY the server has too much to do; nothing was done, try again"u8,
            ReplyStatus.StorageFull => "MISCONF the disk is full: nothing can be changed until there is room"u8,
            ReplyStatus.Stopping => "LOADING the server is about to stop; nothing was done, try again"u8,
            ReplyStatus.Moved => "TRYAGAIN another server is taking the database over; nothing was done"u8,
            ReplyStatus.Unconfirmed => "UNCONFIRMED whether it was done is not known: look before trying again"u8,
            _ => "ERR the server failed; nothing was done"u8,
        };
        int count = chunk.IsTransaction ? 1 : chunk.Count;
        var writer = new RespWriter(chunk.AnswerBuffer, chunk.Protocol);
        for (int i = 0; i < count; i++) writer.Error(error);
    }

    private void Fail(string error)
    {
        // An error is one line, whatever bytes a client put into its command.
        Writer.Error(Encoding.Latin1.GetBytes(error.Replace('\r', ' ').Replace('\n', ' ')));
    }
}
