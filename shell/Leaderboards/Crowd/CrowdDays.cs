using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Engagement;
using Catalog.Shell.Http;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Leaderboards.Crowd;

/// <summary>The days a question is about.</summary>
/// <param name="From">The first, since 1970.</param>
/// <param name="To">The day behind the last.</param>
/// <param name="Today">The present one.</param>
internal readonly record struct CrowdDays(int From, int To, int Today)
{
    private const int Usual = 30;

    /// <summary>Reads <c>from</c> and <c>to</c>, days or times, the last 30 days otherwise.</summary>
    public static CrowdDays Read(QueryReader query, long nowMs)
    {
        int today = (int)(nowMs / BoardCalendar.DayMs);
        long toMs = RollupQueryReader.Moment(query, "to") ?? (today + 1) * BoardCalendar.DayMs;
        int to = (int)((toMs + BoardCalendar.DayMs - 1) / BoardCalendar.DayMs);
        long fromMs = RollupQueryReader.Moment(query, "from") ?? (to - Usual) * BoardCalendar.DayMs;
        int from = (int)(fromMs / BoardCalendar.DayMs);
        query.Check(from < to && fromMs >= 0, "from", "Must be before 'to'.");
        bool isBounded = to - from <= EngagementBook.MaxDays;
        query.Check(isBounded, "from", "Must be nearer to 'to': 1,200 days at most.");
        return new CrowdDays(from, to, today);
    }

    /// <summary>The day of a number.</summary>
    public static DateOnly DayOf(int day) => DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(day);
}
