using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Players;
using Catalog.Engine.Leaderboards.Projections;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Shell.Leaderboards.Crowd.Contracts;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>
/// Finds the players near the top whose rating rises fast, some thousands of players at a time so that facts are not
/// held up. Who rises because of cheating is no talent: whoever is banned, under review or found guilty is left out.
/// Thread-safe.
/// </summary>
internal sealed class EmergingSurvey(PlaySource play, PlayerNames names)
{
    private const int Portion = 16_384;

    /// <summary>Those who rise fastest, the fastest first. O(players).</summary>
    /// <param name="nearTop">The rating from which on somebody is near the top.</param>
    /// <param name="tierOf">The tier of a rating.</param>
    /// <param name="most">How many at most.</param>
    public async Task<EmergingAnswer[]> FindAsync(double nearTop, Func<double, string> tierOf, int most)
    {
        IReadOnlyList<RatingChange> rising = EmergingPlayers.Find(List(nearTop), nearTop, most);
        await names.LearnAsync(rising.Select(static each => each.PlayerId));
        return [.. rising.Select(each => AnswerOf(in each, tierOf))];
    }

    private List<RatingChange> List(double nearTop)
    {
        var all = new List<RatingChange>();
        var some = new List<RatingChange>();
        long nowMs = play.NowMs;
        bool hasMore = true;
        for (int from = 0; hasMore; from += Portion)
        {
            some.Clear();
            hasMore = play.Read((from, nowMs, nearTop, some), static (book, ask) =>
            {
                bool isMore = book.Models.ListEmerging(ask.from, Portion, ask.nowMs, ask.nearTop, ask.some);
                ask.some.RemoveAll(each => IsDoubted(book, each.PlayerId));
                return isMore;
            });
            all.AddRange(some);
        }

        return all;
    }

    // Who was cleared may play like nobody else.
    private static bool IsDoubted(PlayBook book, ulong playerId) => book.FlagOf(playerId) is { } note
        ? note.Status != CaseStatus.Cleared
        : book.JudgementOf(playerId).Verdict.IsFlagged;

    private EmergingAnswer AnswerOf(in RatingChange rise, Func<double, string> tierOf)
    {
        SkillRating skill = play.SkillOf(rise.PlayerId) ?? default;
        return new EmergingAnswer(
            rise.PlayerId, names.Known(rise.PlayerId).Name, (int)Math.Round(rise.Now), (int)Math.Round(rise.Then),
            BoardAnswers.TimeOf(rise.SinceMs), skill.Games, tierOf(rise.Now), PlaySource.ModeOf(skill.Mode).Slug);
    }
}
