using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;
using Catalog.Shell.Cluster.Sql;

namespace Catalog.Shell.Leaderboards.Sql;

/// <content>
/// Final standings. They are read when the fact that made them comes by, so a player whose scores were removed
/// meanwhile is not in them any more, and the fact of that, further on, finds nothing to remove.
/// </content>
internal sealed partial class LeaderboardSqlTables
{
    private readonly Dictionary<(ulong Mode, BoardKey Board), ArchiveReading> _archives = [];

    /// <inheritdoc/>
    public async Task PrepareAsync(IReadOnlyList<SqlFact> facts, long position, CancellationToken cancel)
    {
        _archives.Clear();
        foreach (SqlFact fact in facts)
        {
            if (!EndsBoard(in fact, out BoardKey board)) continue;
            cancel.ThrowIfCancellationRequested();
            ulong mode = fact.Header.Partition.Key;
            if (await ReadArchiveAsync(mode, board) is { } archive) _archives[(mode, board)] = archive;
        }
    }

    private static bool EndsBoard(in SqlFact fact, out BoardKey board)
    {
        EventHeader header = fact.Header;
        board = default;
        if (header.Partition.System != LeaderboardMachine.Id || header.Type is not (20 or 35 or 42)) return false;
        var reader = new MessagePackReader(fact.Payload);
        board = EndedBy(in header, ref reader);
        return true;
    }

    private async Task<ArchiveReading?> ReadArchiveAsync(ulong modeId, BoardKey board)
    {
        if (GameModes.Find(modeId) is not { } mode) return null;
        Reply<ArchiveReading> reply = await boards.AskAsync<ReadArchive, ArchiveReading>(
            mode, new ReadArchive(boards.NowMs, board));
        if (!reply.HasValue)
            throw new InvalidOperationException($"The archive of {mode.Slug} does not answer: {reply.Status}.");
        return reply.Value.Code == BoardCode.Ok ? reply.Value : null;
    }

    private void PutArchive(ulong mode, BoardKey board, SqlBatch into)
    {
        // Nobody played, or it is so long ago that it is no longer kept.
        if (!_archives.TryGetValue((mode, board), out ArchiveReading archive)) return;
        string name = BoardOf(board);
        into.Put(LeaderboardTables.Archives, mode, name)
            .Set("type", BoardTypes.NameOf(board.Kind))
            .Set("period", BoardTypes.WindowOf(board))
            .Set("ended_at", SqlText.Time(archive.Head.ClosedMs))
            .Set("participants", archive.Head.Participants);
        foreach (BoardRow row in archive.Rows)
        {
            into.Put(LeaderboardTables.ArchiveEntries, mode, name, row.PlayerId)
                .Set("rank", row.Rank)
                .Set("score", row.Score);
        }
    }
}
