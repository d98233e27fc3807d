using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards.Resp.ModeBoards;

/// <summary>Reads boards of game modes for clients of Redis. Thread-safe.</summary>
public sealed class ModeBoardReader(LeaderboardClient boards)
{
    /// <summary>The most rows of one answer.</summary>
    internal const int MaxRows = 10_000;

    /// <summary>Now, milliseconds since 1970.</summary>
    internal long NowMs => boards.NowMs;

    /// <summary>How many are on a board; 0 for one that is no longer kept.</summary>
    /// <exception cref="IOException">The mode does not answer.</exception>
    internal async ValueTask<long> SizeAsync(ModeBoardKey key) =>
        (await ReadAsync(key, fromRank: 1, count: 0, [])).Size;

    /// <summary>Places of members, rank 0 for who is not on the board, and how many are on it.</summary>
    /// <exception cref="IOException">The mode does not answer.</exception>
    internal async ValueTask<(BoardRow[] Rows, long Size)> PlacesAsync(ModeBoardKey key, ulong[] members)
    {
        BoardCopy copy = await ReadAsync(key, fromRank: 1, members.Length, members);
        Dictionary<ulong, BoardRow> found = copy.Rows.DistinctBy(static row => row.PlayerId)
            .ToDictionary(static row => row.PlayerId);
        return ([.. members.Select(member => found.GetValueOrDefault(member))], copy.Size);
    }

    /// <summary>
    /// Rows by their places, the best first, and how many they are; none when that is more than
    /// <see cref="MaxRows"/>. One read for as many as fit in one, from whichever end they are counted.
    /// </summary>
    /// <exception cref="IOException">The mode does not answer.</exception>
    internal async ValueTask<(List<BoardRow> Rows, long Count)> RangeAsync(ModeBoardKey key, ModeBoardRange range)
    {
        (long start, int most) = range.FirstRead;
        BoardCopy copy = await ReadAsync(key, start, most, []);
        (long fromRank, long count) = range.RanksOf(above: 0, copy.Size);
        if (count > MaxRows) return ([], count);
        List<BoardRow> rows = [.. copy.Rows.Where(row => row.Rank >= fromRank && row.Rank < fromRank + count)];
        if (rows.Count < count) rows.AddRange(await RowsAsync(key, fromRank + rows.Count, count - rows.Count));
        return (rows, count);
    }

    /// <summary>Rows from a rank on, the best first.</summary>
    /// <exception cref="IOException">The mode does not answer.</exception>
    internal async ValueTask<List<BoardRow>> RowsAsync(ModeBoardKey key, long fromRank, long count)
    {
        var rows = new List<BoardRow>();
        while (rows.Count < count)
        {
            int wanted = (int)Math.Min(count - rows.Count, BoardWish.MaxCount);
            BoardCopy copy = await ReadAsync(key, fromRank + rows.Count, wanted, []);
            rows.AddRange(copy.Rows);
            if (copy.Rows.Count < wanted) break;
        }

        return rows;
    }

    /// <summary>How many have scores within bounds, and how many have more.</summary>
    /// <exception cref="IOException">The mode does not answer.</exception>
    internal async ValueTask<ScoreCount> CountAsync(ModeBoardKey key, ScoreBounds bounds)
    {
        Reply<ScoreCount> reply = await boards.AskAsync<CountScores, ScoreCount>(
            key.Mode, new CountScores(boards.NowMs, key.Board, key.IsPast, bounds.Least, bounds.Most));
        return reply.HasValue ? reply.Value : throw NoAnswer(reply.Status);
    }

    private async ValueTask<BoardCopy> ReadAsync(ModeBoardKey key, long fromRank, int count, ulong[] members)
    {
        Reply<BoardReading> reply = await boards.ReadAsync(
            key.Mode, new BoardWish(key.Board, key.IsPast, fromRank, count, 0, members));
        return reply.HasValue ? reply.Value.Copy : throw NoAnswer(reply.Status);
    }

    private static IOException NoAnswer(ReplyStatus status) => new($"the game mode does not answer: {status}");
}
