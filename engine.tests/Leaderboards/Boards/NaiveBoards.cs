using Catalog.Engine.Leaderboards;

namespace Catalog.Engine.Tests.Leaderboards.Boards;

/// <summary>
/// What the boards must be, from the list of everything that ever counted and nothing else: every question goes
/// through the whole list.
/// </summary>
internal sealed class NaiveBoards(ModeTerms terms)
{
    private readonly List<long> _resetsMs = [];

    public List<NaiveScore> Scores { get; } = [];

    public HashSet<ulong> Hidden { get; } = [];

    public void ResetSeason(long timeMs) => _resetsMs.Add(timeMs);

    public void Remove(ulong player) => Scores.RemoveAll(score => score.Player == player);

    /// <summary>The window of a kind a moment lies in, by the framework's own calendar.</summary>
    public int WindowOf(WindowKind kind, long timeMs)
    {
        DateTime time = DateTime.UnixEpoch.AddMilliseconds(timeMs);
        switch (kind)
        {
            case WindowKind.Daily: return (time.Date - DateTime.UnixEpoch).Days;
            case WindowKind.Weekly:
                int sinceMonday = ((int)time.DayOfWeek + 6) % 7;
                return (time.Date.AddDays(-sinceMonday) - new DateTime(1969, 12, 29)).Days / 7;
            case WindowKind.Monthly: return (time.Year * 12) + time.Month - 1;
            case WindowKind.Seasonal:
                var quarter = new DateTime(time.Year, (((time.Month - 1) / 3) * 3) + 1, 1);
                double startMs = (quarter - DateTime.UnixEpoch).TotalMilliseconds;
                int ended = _resetsMs.Count(reset => reset >= startMs && reset <= timeMs);
                return (((time.Year * 4) + ((time.Month - 1) / 3)) * 16) + ended;
            default: return 0;
        }
    }

    /// <summary>A board as it must be, the best first; who is hidden is not on it.</summary>
    public (ulong Player, long Score)[] Board(WindowKind kind, byte region, int window) =>
        [.. All(kind, region, window).Where(row => !Hidden.Contains(row.Player))];

    /// <summary>A board as it must be with everybody who is hidden, the best first.</summary>
    public (ulong Player, long Score)[] All(WindowKind kind, byte region, int window)
    {
        var found = new Dictionary<ulong, (long Score, int Reached)>();
        for (int i = 0; i < Scores.Count; i++)
        {
            NaiveScore score = Scores[i];
            if (region != 0 && score.Region != region) continue;
            // A moderator's change goes to the boards of its moment.
            if (WindowOf(kind, score.PlayedMs) != window) continue;
            bool isThere = found.TryGetValue(score.Player, out (long Score, int Reached) old);
            long next = Next(score, isThere, old.Score);
            if (!isThere || next != old.Score) found[score.Player] = (next, i);
        }

        return [.. found.OrderByDescending(row => row.Value.Score).ThenBy(row => row.Value.Reached)
            .Select(row => (row.Key, row.Value.Score))];
    }

    /// <summary>The last 24 hours at a moment.</summary>
    public Dictionary<ulong, long> Sliding(long nowMs)
    {
        const long HourMs = 3_600_000;
        long first = (nowMs / HourMs) - 23;
        return Scores.Where(score => !score.IsAdjustment && !Hidden.Contains(score.Player)
                && score.PlayedMs / HourMs >= first
                && score.PlayedMs / HourMs > (score.CountedMs / HourMs) - 24)
            .GroupBy(score => score.Player)
            .ToDictionary(group => group.Key, group => group.Sum(score => score.Amount));
    }

    /// <summary>What everybody's scores are worth at a moment.</summary>
    public Dictionary<ulong, double> Decayed(long nowMs) =>
        Scores.Where(score => !score.IsAdjustment && score.Amount > 0 && !Hidden.Contains(score.Player))
            .GroupBy(score => score.Player)
            .ToDictionary(group => group.Key, group => group.Sum(score =>
                score.Amount * Math.Pow(2, (score.PlayedMs - nowMs) / (double)terms.DecayHalfLifeMs)));

    private long Next(NaiveScore score, bool isThere, long old)
    {
        if (score.IsAdjustment) return (isThere ? old : 0) + score.Amount;
        bool isLate = score.PlayedMs != score.CountedMs;
        return terms.Operator switch
        {
            BoardOperator.Sum => old + score.Amount,
            BoardOperator.Decrement => old - score.Amount,
            BoardOperator.Best => isThere ? Math.Max(old, score.Amount) : score.Amount,
            _ => isThere && isLate ? old : score.Amount,
        };
    }
}
