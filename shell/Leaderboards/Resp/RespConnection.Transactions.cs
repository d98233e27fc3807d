using System.Globalization;
using Catalog.Engine.Leaderboards.SortedSets;

namespace Catalog.Shell.Leaderboards.Resp;

/// <content>MULTI and EXEC: what is queued is one chunk, and a chunk is decided in one piece anyway.</content>
internal sealed partial class RespConnection
{
    private CommandChunk? _transaction;
    private bool _isInTransaction;
    private bool _isTransactionBroken;
    private int _watchedDatabase = -1;

    private void BeginTransaction()
    {
        if (_isInTransaction)
        {
            Fail("ERR MULTI calls can not be nested");
            return;
        }

        _transaction ??= NewChunk();
        _isInTransaction = true;
        Writer.Ok();
    }

    private void Discard()
    {
        if (!_isInTransaction)
        {
            Fail("ERR DISCARD without MULTI");
            return;
        }

        ForgetTransaction();
        Writer.Ok();
    }

    private void Unwatch()
    {
        ForgetTransaction();
        Writer.Ok();
    }

    private async ValueTask ExecuteTransactionAsync()
    {
        if (!_isInTransaction)
        {
            Fail("ERR EXEC without MULTI");
            return;
        }

        if (_isTransactionBroken)
        {
            Fail("EXECABORT Transaction discarded because of previous errors.");
        }
        else if (_watchedDatabase >= 0 && _watchedDatabase != _database)
        {
            Fail("EXECABORT the watched keys are those of another database.");
        }
        else
        {
            CommandChunk transaction = _transaction!;
            transaction.IsTransaction = true;
            await ExecuteAsync(_database, transaction);
            _chunk.AnswerBuffer.Write(transaction.Answers.Span);
        }

        ForgetTransaction();
    }

    private async ValueTask WatchAsync(byte[][] request)
    {
        if (_isInTransaction)
        {
            Fail("ERR WATCH inside MULTI is not allowed");
            return;
        }

        if (_watchedDatabase >= 0 && _watchedDatabase != _database)
        {
            Fail("ERR keys of another database are being watched");
            return;
        }

        CommandChunk asking = NewChunk();
        asking.Begin(SortedSetCommand.KeyVersion);
        for (int i = 1; i < request.Length; i++) asking.Add(request[i]);
        asking.TryEnd();
        await ExecuteAsync(_database, asking);
        Watch(request, asking);
    }

    private void Watch(byte[][] request, CommandChunk answered)
    {
        ReadOnlySpan<byte> rest = answered.Answers.Span;
        if (!rest.StartsWith(":"u8))
        {
            Writer.Raw(rest);
            return;
        }

        _transaction ??= NewChunk();
        _watchedDatabase = _database;
        for (int i = 1; i < request.Length; i++)
        {
            int end = rest.IndexOf((byte)'\r');
            _transaction.Watch(request[i], long.Parse(rest[1..end], CultureInfo.InvariantCulture));
            rest = rest[(end + 2)..];
        }

        Writer.Ok();
    }

    private void ForgetTransaction()
    {
        _transaction?.ClearCommands();
        _transaction?.ClearAnswers();
        (_isInTransaction, _isTransactionBroken, _watchedDatabase) = (false, false, -1);
    }
}
