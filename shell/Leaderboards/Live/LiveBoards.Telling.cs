using System.Text.Json;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Shell.Http;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards.Live;

/// <summary>What is told.</summary>
public sealed partial class LiveBoards
{
    private const long ManyPlaces = 10;

    // So many ranks are read at once: they hold the mode's shard up for a tenth of a millisecond.
    private const int RanksAtOnce = 500;

    /// <summary>Tells what is due; whether there is something left that is not.</summary>
    private async Task<bool> TellAsync()
    {
        bool isPending = false;
        foreach (ModeNews news in _news)
        {
            if (news.HasRanks) news.HasRanks = await TellRanksAsync(news.Mode);
            if (news.HasBoard && boards.NowMs - news.BoardToldMs is < 0 or >= BoardPauseMs) await TellBoardAsync(news);
            isPending |= news.HasBoard || news.HasRanks;
        }

        return isPending;
    }

    private async Task TellBoardAsync(ModeNews news)
    {
        news.HasBoard = false;
        news.BoardToldMs = boards.NowMs;
        await TellTopAsync(news.Mode);
        await TellScoresAsync(news);
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

    private async Task TellScoresAsync(ModeNews news)
    {
        (ScoreCounted Fact, long TimeMs)[] told = news.Scores.Take();
        if (told.Length == 0) return;
        await names.LearnAsync(told.Select(static each => each.Fact.PlayerId));
        RecentScore[] recent =
        [
            .. told.Select(each => new RecentScore(
                each.Fact.PlayerId, names.Known(each.Fact.PlayerId).Name, each.Fact.Score, news.Mode.Slug,
                BoardAnswers.TimeOf(each.TimeMs))),
        ];
        _gateway!.PublishRaw(
            ScorePrefix + news.Mode.Slug, "recent_score",
            JsonSerializer.SerializeToUtf8Bytes(new RecentScores(recent), LeaderboardsJson.Default.RecentScores));
    }

    /// <summary>Tells those who listen of their ranks; whether one has to wait for its second to be over.</summary>
    private async Task<bool> TellRanksAsync(GameMode mode)
    {
        var players = new List<ulong>();
        foreach (ulong playerId in _watched.Keys)
        {
            if (_gateway!.SubscriberCount(PlayerPrefix + IdText.Of(playerId)) > 0) players.Add(playerId);
            else _watched.TryRemove(playerId, out _);
        }

        bool isPending = false;
        foreach (ulong[] part in players.Chunk(RanksAtOnce))
        {
            long askedMs = boards.NowMs;
            Reply<RanksReading> reply = await boards.AskAsync<ReadRanks, RanksReading>(
                mode, new ReadRanks(askedMs, part));
            if (!reply.HasValue || reply.Value.Code != BoardCode.Ok) continue;
            for (int i = 0; i < part.Length; i++)
            {
                if (_watched.TryGetValue(part[i], out WatchedPlayer? watched))
                    isPending |= !TryTellRead(mode, part[i], watched, reply.Value.Ranks[i], askedMs);
            }
        }

        return isPending;
    }

    private bool TryTellRead(GameMode mode, ulong playerId, WatchedPlayer watched, PlayerRank now, long askedMs)
    {
        lock (watched)
        {
            // An own score was told meanwhile, which the boards may not have had when they were asked.
            if (watched[mode] is { } told && told.AsOfMs >= askedMs) return false;
            return TryTellRank(mode, playerId, watched, now, askedMs);
        }
    }

    private bool TryTellRank(GameMode mode, ulong playerId, WatchedPlayer watched, PlayerRank now, long asOfMs)
    {
        ToldRank? told = watched[mode];
        long nowMs = boards.NowMs;
        if (told is null ? now.Rank == 0 : now.Rank == told.Rank) return true;
        if (told is not null && !told.IsDue(now.Score, nowMs)) return false;
        watched[mode] = new ToldRank(
            now.Rank, now.Score, nowMs, told is null || told.Score != now.Score ? nowMs : told.OwnAtMs, asOfMs);
        var change = new RankChange(
            mode.Slug, BoardAnswers.RankOf(now.Rank), BoardAnswers.RankOf(told?.Rank ?? 0), now.Score);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(change, LeaderboardsJson.Default.RankChange);
        string topic = PlayerPrefix + IdText.Of(playerId);
        _gateway!.PublishRaw(topic, "rank_change", json);
        if (told is not null && Math.Abs(told.Rank - now.Rank) >= ManyPlaces)
            _gateway.PublishRaw(topic, "rank_update", json);
        return true;
    }
}
