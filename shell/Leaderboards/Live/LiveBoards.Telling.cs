using System.Text.Json;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Live;

/// <summary>What is told, once a second.</summary>
public sealed partial class LiveBoards
{
    private const long ManyPlaces = 10;

    private async Task TellAsync(GameMode mode, List<(ulong Mode, ScoreCounted Fact, long TimeMs)> scores)
    {
        await TellTopAsync(mode);
        await TellScoresAsync(mode, scores);
        foreach ((ulong playerId, WatchedPlayer watched) in _watched)
        {
            if (_gateway!.SubscriberCount(PlayerPrefix + IdText.Of(playerId)) == 0) _watched.TryRemove(playerId, out _);
            else await TellRankAsync(mode, playerId, watched);
        }
    }

    private async Task TellTopAsync(GameMode mode)
    {
        // While nobody listens nothing is read: who comes is given a fresh one.
        if (_gateway!.SubscriberCount(BoardPrefix + mode.Slug) == 0)
        {
            _tops.TryRemove(mode.Id, out _);
            return;
        }

        if (await ReadTopAsync(mode) is not { } json) return;
        if (_tops.TryGetValue(mode.Id, out byte[]? last) && last.AsSpan().SequenceEqual(json)) return;
        _tops[mode.Id] = json;
        _gateway.PublishRaw(BoardPrefix + mode.Slug, "leaderboard_update", json);
    }

    private async Task<byte[]?> ReadTopAsync(GameMode mode)
    {
        Reply<BoardReading> reply = await boards.ReadAsync(mode, BoardWish.Top(WindowKind.AllTime, Top));
        if (!reply.HasValue || reply.Value.Code != BoardCode.Ok) return null;
        BoardCopy copy = reply.Value.Copy;
        var update = new LeaderboardUpdate(mode.Slug, copy.Size, await answers.RowsAsync(copy.Rows));
        return JsonSerializer.SerializeToUtf8Bytes(update, LeaderboardsJson.Default.LeaderboardUpdate);
    }

    private async Task TellScoresAsync(GameMode mode, List<(ulong Mode, ScoreCounted Fact, long TimeMs)> scores)
    {
        if (_gateway!.SubscriberCount(ScorePrefix + mode.Slug) == 0) return;
        (ulong Mode, ScoreCounted Fact, long TimeMs)[] told =
        [
            .. scores.Where(each => each.Mode == mode.Id).OrderByDescending(static each => each.Fact.Score).Take(Top)
                .OrderBy(static each => each.TimeMs),
        ];
        if (told.Length == 0) return;
        await names.LearnAsync(told.Select(static each => each.Fact.PlayerId));
        RecentScore[] recent =
        [
            .. told.Select(each => new RecentScore(
                each.Fact.PlayerId, names.Known(each.Fact.PlayerId).Name, each.Fact.Score, mode.Slug,
                BoardAnswers.TimeOf(each.TimeMs))),
        ];
        _gateway.PublishRaw(
            ScorePrefix + mode.Slug, "recent_score",
            JsonSerializer.SerializeToUtf8Bytes(new RecentScores(recent), LeaderboardsJson.Default.RecentScores));
    }

    private async Task TellRankAsync(GameMode mode, ulong playerId, WatchedPlayer watched)
    {
        Reply<PlayerReading> reply = await boards.PlayerAsync(mode, playerId);
        if (!reply.HasValue || reply.Value.Code != BoardCode.Ok) return;
        PlayerStanding all = reply.Value.Standings.FirstOrDefault(static each => each.Board == default);
        bool isKnown = watched.Ranks.TryGetValue(mode.Id, out long old);
        watched.Ranks[mode.Id] = all.Rank;
        if (isKnown && old == all.Rank) return;
        var change = new RankChange(
            mode.Slug, BoardAnswers.RankOf(all.Rank), BoardAnswers.RankOf(old), all.Score);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(change, LeaderboardsJson.Default.RankChange);
        string topic = PlayerPrefix + IdText.Of(playerId);
        _gateway!.PublishRaw(topic, "rank_change", json);
        if (isKnown && Math.Abs(old - all.Rank) >= ManyPlaces) _gateway.PublishRaw(topic, "rank_update", json);
    }
}
