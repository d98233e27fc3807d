using System.Text;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.SortedSets;
using Catalog.Engine.Wire.Resp;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Resp.ModeBoards;

namespace Catalog.Shell.Leaderboards.Resp;

/// <content>
/// The boards of the game modes as sorted sets that can be looked at: members are players' ids, the best has the
/// highest score.
/// </content>
internal sealed partial class RespConnection
{
    private const string ReadOnlyBoard =
        "ERR the boards of the game modes cannot be changed here: scores are submitted to /leaderboards/api/scores";

    private const string NotOfBoards =
        "ERR not a command for the boards of the game modes, which are looked at one at a time, in no transaction";

    private bool _isModeBoardNext;

    /// <summary>Notes whether a command has a board of a game mode among its keys.</summary>
    private bool IsNextOfModeBoard(CommandSpec spec, ReadOnlySpan<byte> bytes) =>
        _isModeBoardNext = HasModeBoard(spec, bytes);

    private bool TakeModeBoard()
    {
        bool isNext = _isModeBoardNext;
        _isModeBoardNext = false;
        return isNext;
    }

    private bool HasModeBoard(CommandSpec spec, ReadOnlySpan<byte> bytes)
    {
        bool hasOneKey = spec.FirstKey == 1 && spec.LastKey == 1 && (spec.Flags & CommandFlags.MovableKeys) == 0;
        int last = hasOneKey ? 1 : _reader.ArgumentCount - 1;
        if (spec.FirstKey == 0 && (spec.Flags & CommandFlags.MovableKeys) == 0) return false;
        for (int i = 1; i <= last && i < _reader.ArgumentCount; i++)
            if (ModeBoardKey.Is(_reader.Argument(bytes, i))) return true;
        return false;
    }

    private async ValueTask LookAtBoardAsync(CommandSpec spec, byte[][] request)
    {
        bool isOneBoard = ModeBoardKey.Is(request[1]) && !(request.Length > 2 && spec.LastKey == -1);
        if (spec.IsWrite) Fail(ReadOnlyBoard);
        else if (_isInTransaction || !isOneBoard) Fail(NotOfBoards);
        else if (ModeBoardKey.Find(request[1], NowMs) is not { } key) Fail("ERR no such board of the game mode");
        else
        {
            try
            {
                await AnswerAsync(spec.Name, key, request);
            }
            catch (IOException e)
            {
                Fail("BUSY " + e.Message);
            }
        }
    }

    private async ValueTask AnswerAsync(string name, ModeBoardKey key, byte[][] request)
    {
        ModeBoardReader boards = _services.Boards;
        switch (name)
        {
            case "zcard": WriteInteger(await boards.SizeAsync(key)); break;
            case "exists": WriteInteger(Math.Min(1, await boards.SizeAsync(key))); break;
            case "type": AnswerType(await boards.SizeAsync(key)); break;
            case "ttl" or "pttl" or "expiretime" or "pexpiretime":
                WriteInteger(await boards.SizeAsync(key) > 0 ? -1 : -2);
                break;
            case "zscore" or "zmscore": await AnswerScoresAsync(name, key, request); break;
            case "zrank" or "zrevrank": await AnswerRankAsync(name == "zrevrank", key, request); break;
            case "zcount": await AnswerCountAsync(key, request); break;
            case "zrange" or "zrevrange" or "zrangebyscore" or "zrevrangebyscore":
                await AnswerRangeAsync(name, key, request);
                break;
            default: Fail(NotOfBoards); break;
        }
    }

    private void WriteInteger(long value) => Writer.Integer(value);

    private void AnswerType(long size) => Writer.Simple(size > 0 ? "zset"u8 : "none"u8);

    private async ValueTask AnswerScoresAsync(string name, ModeBoardKey key, byte[][] request)
    {
        ulong[] members = [.. request.Skip(2).Take(BoardWish.MaxCount).Select(PlayerOf)];
        (BoardRow[] rows, _) = await _services.Boards.PlacesAsync(key, members);
        RespWriter writer = Writer;
        if (name == "zmscore") writer.Array(rows.Length);
        foreach (BoardRow row in rows)
        {
            if (row.Rank == 0) writer.Null();
            else writer.Double(row.Score);
        }
    }

    private async ValueTask AnswerRankAsync(bool isReversed, ModeBoardKey key, byte[][] request)
    {
        bool hasScore = request.Length == 4 && Ascii.EqualsIgnoreCase(request[3], "withscore"u8);
        if (request.Length > 3 && !hasScore)
        {
            Fail("ERR syntax error");
            return;
        }

        (BoardRow[] rows, long size) = await _services.Boards.PlacesAsync(key, [PlayerOf(request[2])]);
        BoardRow row = rows[0];
        RespWriter writer = Writer;
        if (row.Rank == 0)
        {
            if (hasScore) writer.NullArray();
            else writer.Null();
            return;
        }

        if (hasScore) writer.Array(2);
        writer.Integer(isReversed ? row.Rank - 1 : Math.Max(0, size - row.Rank));
        if (hasScore) writer.Double(row.Score);
    }

    private async ValueTask AnswerCountAsync(ModeBoardKey key, byte[][] request)
    {
        if (ScoreBounds.Read(request[2], request[3]) is not { } bounds) Fail("ERR min or max is not a float");
        else WriteInteger((await _services.Boards.CountAsync(key, bounds)).Count);
    }

    private async ValueTask AnswerRangeAsync(string name, ModeBoardKey key, byte[][] request)
    {
        if (ModeBoardRange.Read(name, request) is not { } range)
        {
            Fail("ERR syntax error");
            return;
        }

        (List<BoardRow> rows, long count) = range.Scores is { } bounds
            ? await ReadScoresAsync(key, range, bounds)
            : await _services.Boards.RangeAsync(key, range);
        if (count > ModeBoardReader.MaxRows)
        {
            Fail($"ERR at most {ModeBoardReader.MaxRows} members of a board are told at once");
            return;
        }

        if (!range.IsReversed) rows.Reverse();
        WriteRows(rows, range.HasScores);
    }

    private async ValueTask<(List<BoardRow> Rows, long Count)> ReadScoresAsync(
        ModeBoardKey key, ModeBoardRange range, ScoreBounds bounds)
    {
        (_, long above, long size) = await _services.Boards.CountAsync(key, bounds);
        (long fromRank, long count) = range.RanksOf(above, size);
        return count > ModeBoardReader.MaxRows
            ? ([], count)
            : (await _services.Boards.RowsAsync(key, fromRank, count), count);
    }

    private void WriteRows(List<BoardRow> rows, bool hasScores)
    {
        RespWriter writer = Writer;
        bool isPaired = hasScores && writer.IsThree;
        writer.Array(hasScores && !isPaired ? 2 * rows.Count : rows.Count);
        foreach (BoardRow row in rows)
        {
            if (isPaired) writer.Array(2);
            writer.Bulk(Encoding.ASCII.GetBytes(IdText.Of(row.PlayerId)));
            if (hasScores) writer.Double(row.Score);
        }
    }

    private static ulong PlayerOf(byte[] member) => IdText.TryParse(member.AsSpan(), out ulong id) ? id : 0;
}
