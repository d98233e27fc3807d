using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Auth;
using Catalog.Shell.Cluster.Sql;

namespace Catalog.Shell.Leaderboards.Sql;

/// <content>
/// Filling the tables from the models, where the journal no longer has every fact. A player is read at some moment
/// behind the position that is answered; what came in between is told by the time of the player's last game. Single
/// games of the past, days, and the order of equal scores are not kept by any model.
/// </content>
internal sealed partial class LeaderboardSqlTables
{
    private static readonly WindowKind[] Archived =
        [WindowKind.Daily, WindowKind.Weekly, WindowKind.Monthly, WindowKind.Seasonal, WindowKind.Contest];

    /// <inheritdoc/>
    public async Task<long> SeedAsync(SqlSeed seed, CancellationToken cancel)
    {
        long position = engine.Engine.Storage.Journal.CommittedPosition;
        await seed.CopyAsync(
            LeaderboardTables.Profiles, ["id", "username", "email", "region", "created_at"], ProfileRows(), cancel);
        await seed.CopyAsync(
            LeaderboardTables.GameModes, ["id", "name", "max_score_per_game", "avg_game_duration_minutes"],
            ModeRows(), cancel);
        await seed.CopyAsync(
            LeaderboardTables.PlayerModes,
            [
                "player_id", "game_mode_id", "total_score", "is_ranked", "games_played", "play_seconds",
                "last_submitted_at", "region", "ban", "banned_until",
            ],
            PlayerModeRows(), cancel);
        List<(ulong Mode, ArchiveReading Archive)> archives = await ReadArchivesAsync();
        await seed.CopyAsync(
            LeaderboardTables.Archives, ["game_mode_id", "board", "type", "period", "ended_at", "participants"],
            ArchiveRows(archives), cancel);
        await seed.CopyAsync(
            LeaderboardTables.ArchiveEntries, ["game_mode_id", "board", "player_id", "rank", "score"],
            EntryRows(archives), cancel);
        return position;
    }

    private static TResult Answered<TResult>(Reply<TResult> reply)
        where TResult : struct =>
        reply.HasValue
            ? reply.Value
            : throw new InvalidOperationException($"The leaderboards do not answer: {reply.Status}.");

    private async IAsyncEnumerable<object?[]> ProfileRows()
    {
        var emails = new Dictionary<ulong, string>();
        await foreach (AccountProfile account in accounts.ListAsync()) emails[account.UserId] = account.Email;
        PlayersReading page;
        string after = "";
        do
        {
            page = Answered(await boards.AskPlayersAsync<SearchPlayers, PlayersReading>(
                new SearchPlayers(boards.NowMs, "", after, PlayersMachine.MaxImport)));
            foreach (PlayerProfile player in page.Players)
            {
                emails.Remove(player.PlayerId, out string? email);
                yield return
                [
                    player.PlayerId, player.Name, email, GameModes.RegionName(player.Region),
                    SqlText.Time(player.CreatedMs),
                ];
            }

            if (page.Players.Count > 0) after = page.Players[^1].Name.ToLowerInvariant();
        }
        while (page.HasMore);

        foreach ((ulong id, string email) in emails) yield return [id, null, email, null, null];
    }

    private async IAsyncEnumerable<object?[]> ModeRows()
    {
        foreach (GameMode mode in GameModes.All)
        {
            ModeReading reading = Answered(await boards.AskAsync<ReadMode, ModeReading>(
                mode, new ReadMode(boards.NowMs)));
            if (reading.Terms is not { } terms) continue;
            yield return [mode.Id, terms.Name, terms.MaxScorePerGame, terms.AverageGameSeconds / 60];
        }
    }

    private async IAsyncEnumerable<object?[]> PlayerModeRows()
    {
        foreach (GameMode mode in GameModes.All)
        {
            for (int from = 0, count = ReadRecords.MaxLimit; count == ReadRecords.MaxLimit; from += count)
            {
                RecordsReading page = Answered(await boards.AskAsync<ReadRecords, RecordsReading>(
                    mode, new ReadRecords(boards.NowMs, from, ReadRecords.MaxLimit)));
                count = page.Records.Count;
                foreach (KeptRecord each in page.Records)
                {
                    yield return
                    [
                        each.PlayerId, mode.Id, each.Total, each.IsRanked, each.GamesPlayed, each.DurationSeconds,
                        SqlText.TimeOrNull(each.LastSubmitMs), GameModes.RegionName(each.Region),
                        each.Ban == BanKind.None ? null : NameOf(each.Ban), SqlText.TimeOrNull(each.BannedUntilMs),
                    ];
                }
            }
        }
    }

    private async Task<List<(ulong Mode, ArchiveReading Archive)>> ReadArchivesAsync()
    {
        var all = new List<(ulong, ArchiveReading)>();
        foreach (GameMode mode in GameModes.All)
        {
            foreach (WindowKind kind in Archived)
            {
                ArchivesReading heads = Answered(await boards.AskAsync<ReadArchives, ArchivesReading>(
                    mode, new ReadArchives(boards.NowMs, kind, 0, int.MaxValue)));
                foreach (ArchiveHead head in heads.Archives)
                    if (await ReadArchiveAsync(mode.Id, head.Board) is { } archive) all.Add((mode.Id, archive));
            }
        }

        return all;
    }

    private static async IAsyncEnumerable<object?[]> ArchiveRows(List<(ulong Mode, ArchiveReading Archive)> all)
    {
        await Task.CompletedTask;
        foreach ((ulong mode, ArchiveReading archive) in all)
        {
            ArchiveHead head = archive.Head;
            yield return
            [
                mode, BoardOf(head.Board), BoardTypes.NameOf(head.Board.Kind), BoardTypes.WindowOf(head.Board),
                SqlText.Time(head.ClosedMs), head.Participants,
            ];
        }
    }

    private static async IAsyncEnumerable<object?[]> EntryRows(List<(ulong Mode, ArchiveReading Archive)> all)
    {
        await Task.CompletedTask;
        foreach ((ulong mode, ArchiveReading archive) in all)
            foreach (BoardRow row in archive.Rows)
                yield return [mode, BoardOf(archive.Head.Board), row.PlayerId, row.Rank, row.Score];
    }
}
