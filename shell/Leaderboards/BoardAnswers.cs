using System.Globalization;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Shell.Leaderboards.Contracts;

namespace Catalog.Shell.Leaderboards;

/// <summary>Makes documents of what the engine answers, with names. Thread-safe.</summary>
public sealed class BoardAnswers(PlayerNames names)
{
    private static readonly (CheatReasons Reason, string Name)[] Reasons =
    [
        (CheatReasons.ScoreTooHigh, "score_exceeds_maximum"),
        (CheatReasons.TooShort, "duration_too_short"),
        (CheatReasons.TooLong, "duration_too_long"),
        (CheatReasons.TooFrequent, "too_many_submissions"),
    ];

    private static readonly long[] Milestones = [1, 3, 10, 50, 100, 500, 1_000, 5_000, 10_000, 100_000, 1_000_000];

    /// <summary>A part of a board.</summary>
    public async ValueTask<BoardAnswer> BoardAsync(GameMode mode, BoardCopy copy)
    {
        BoardRowAnswer[] rows = await RowsAsync(copy.Rows);
        bool hasMore = copy.Rows.Count > 0 && copy.Rows[^1].Rank < copy.Size;
        return new BoardAnswer(
            mode.Slug,
            BoardTypes.NameOf(copy.Board.Kind),
            BoardTypes.WindowOf(copy.Board),
            GameModes.RegionName(copy.Board.Region),
            copy.Size,
            TimeOf(copy.TimeMs),
            rows,
            copy.OwnRank == 0 ? null : copy.OwnRank,
            hasMore,
            hasMore ? (copy.Rows[^1].Rank + 1).ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Rows with names.</summary>
    public async ValueTask<BoardRowAnswer[]> RowsAsync(IReadOnlyList<BoardRow> rows)
    {
        await names.LearnAsync(rows.Select(static row => row.PlayerId));
        var answers = new BoardRowAnswer[rows.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            PlayerProfile player = names.Known(rows[i].PlayerId);
            answers[i] = new BoardRowAnswer(
                rows[i].Rank, rows[i].PlayerId, player.Name, GameModes.RegionName(player.Region), rows[i].Score);
        }

        return answers;
    }

    /// <summary>A player's places in a mode.</summary>
    public async ValueTask<PlayerRankAnswer> RankAsync(GameMode mode, PlayerProfile player, PlayerReading reading)
    {
        PlayerStanding all = reading.Standings.FirstOrDefault(static each => each.Board == default);
        return new PlayerRankAnswer(
            mode.Slug,
            player.PlayerId,
            player.Name,
            RankOf(all.Rank),
            all.Score,
            all.Size,
            Milestones.Where(rank => rank < all.Rank).Select(static rank => (long?)rank).LastOrDefault(),
            [.. reading.Standings.Select(Standing)],
            reading.Tier,
            await RowsAsync(reading.League));
    }

    /// <summary>A place on a board.</summary>
    public static StandingAnswer Standing(PlayerStanding standing) => new(
        BoardTypes.NameOf(standing.Board.Kind),
        BoardTypes.WindowOf(standing.Board),
        GameModes.RegionName(standing.Board.Region),
        RankOf(standing.Rank),
        standing.Score,
        standing.Size,
        PercentileOf(standing));

    /// <summary>A player's totals in a mode.</summary>
    public static ModeStatsAnswer Stats(GameMode mode, PlayerReading reading)
    {
        int games = Math.Max(1, reading.GamesPlayed);
        PlayerStanding all = reading.Standings.FirstOrDefault(static each => each.Board == default);
        return new ModeStatsAnswer(
            mode.Slug,
            reading.GamesPlayed,
            reading.TotalScore,
            reading.TotalScore / games,
            reading.BestScore,
            reading.DurationSeconds / games,
            RankOf(all.Rank),
            reading.LastSubmitMs == 0 ? null : TimeOf(reading.LastSubmitMs));
    }

    /// <summary>Final standings.</summary>
    public static ArchiveHeadAnswer Head(ArchiveHead head) => new(
        BoardTypes.NameOf(head.Board.Kind), BoardTypes.WindowOf(head.Board) ?? "", TimeOf(head.ClosedMs),
        head.Participants);

    /// <summary>The rules a submission broke, by name.</summary>
    public static string[] ReasonsOf(CheatReasons reasons) => reasons == CheatReasons.None
        ? []
        : [.. Reasons.Where(each => reasons.HasFlag(each.Reason)).Select(static each => each.Name)];

    /// <summary>What unusual play looks most like, by name.</summary>
    public static string PatternOf(CheatPattern pattern) => pattern switch
    {
        CheatPattern.SpeedHack => "speed_hack",
        CheatPattern.ScoreInjection => "score_injection",
        CheatPattern.Bot => "bot",
        CheatPattern.AccountSharing => "account_sharing",
        _ => "none",
    };

    /// <summary>A moment.</summary>
    public static DateTime TimeOf(long timeMs) => DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime;

    /// <summary>A rank; null for none.</summary>
    public static long? RankOf(long rank) => rank == 0 ? null : rank;

    private static double? PercentileOf(PlayerStanding standing)
    {
        if (standing.Rank == 0) return null;
        return standing.Size <= 1 ? 1 : Math.Max(0, (double)(standing.Size - standing.Rank) / (standing.Size - 1));
    }
}
