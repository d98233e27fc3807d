namespace Catalog.Engine.Leaderboards.Projections;

/// <summary>Finds those whose skill rises fast: ratings that rose by more than both ratings are unsure.</summary>
/// <remarks>O(players log players). Pure, thread-safe.</remarks>
public static class EmergingPlayers
{
    private const double Significant = 2.5;
    private const double LeastRise = 75;

    /// <summary>Whether somebody rises fast, and is near the top. O(1).</summary>
    /// <param name="change">The rating at the beginning and at the end of some weeks.</param>
    /// <param name="nearTop">The rating from which on somebody is near the top.</param>
    public static bool IsEmerging(in RatingChange change, double nearTop)
    {
        double rise = change.Now - change.Then;
        double unsure = Math.Sqrt(
            (change.ThenDeviation * change.ThenDeviation) + (change.NowDeviation * change.NowDeviation));
        return rise >= LeastRise && rise > Significant * unsure && change.Now >= nearTop;
    }

    /// <summary>Those who rise fastest and are near the top, the fastest first.</summary>
    /// <param name="changes">Ratings at the beginning and at the end of some weeks.</param>
    /// <param name="nearTop">The rating from which on somebody is near the top.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<RatingChange> Find(
        IReadOnlyList<RatingChange> changes, double nearTop, int most)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var rising = new List<RatingChange>();
        foreach (RatingChange change in changes)
            if (IsEmerging(in change, nearTop)) rising.Add(change);

        rising.Sort(static (left, right) => (right.Now - right.Then).CompareTo(left.Now - left.Then));
        if (rising.Count > most) rising.RemoveRange(Math.Max(0, most), rising.Count - Math.Max(0, most));
        return rising;
    }
}
