using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards.Live;

/// <summary>The highest few of the scores that came since the last telling. Not thread-safe.</summary>
internal sealed class RecentTop(int capacity)
{
    private readonly List<(ScoreCounted Fact, long TimeMs)> _scores = new(capacity);

    /// <summary>Adds a score if it is one of the highest. O(capacity).</summary>
    public void Offer(in ScoreCounted fact, long timeMs)
    {
        if (_scores.Count < capacity)
        {
            _scores.Add((fact, timeMs));
            return;
        }

        int lowest = 0;
        for (int i = 1; i < _scores.Count; i++)
            if (_scores[i].Fact.Score < _scores[lowest].Fact.Score) lowest = i;
        if (_scores[lowest].Fact.Score < fact.Score) _scores[lowest] = (fact, timeMs);
    }

    /// <summary>Takes them all, the earliest first.</summary>
    public (ScoreCounted Fact, long TimeMs)[] Take()
    {
        (ScoreCounted Fact, long TimeMs)[] taken = [.. _scores.OrderBy(static each => each.TimeMs)];
        _scores.Clear();
        return taken;
    }
}
