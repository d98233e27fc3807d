namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Brings a day's games into the order of their ends: by their seconds first, in two passes, then the few of each
/// second by time and player. Its memory is kept from day to day.
/// </summary>
internal sealed class DaySorter
{
    private const int SecondMs = 1_000;

    // Where the games of a second begin; behind the second pass, where they end.
    private readonly int[] _places = new int[DayPlan.DaySeconds + 1];
    private Submission[] _sorted = [];

    /// <summary>Sorts games that ended on one day. O(games) but for those that share a second.</summary>
    /// <param name="games">The games, in any order; no two of a player ended at the same moment.</param>
    /// <param name="beginMs">The day's midnight, milliseconds since 1970.</param>
    /// <returns>They in order; good until the next call.</returns>
    public ReadOnlyMemory<Submission> Sort(ReadOnlySpan<Submission> games, long beginMs)
    {
        if (_sorted.Length < games.Length) _sorted = new Submission[games.Length + (games.Length >> 3)];
        Array.Clear(_places);
        foreach (ref readonly Submission game in games) _places[SecondOf(in game, beginMs) + 1]++;
        for (int second = 1; second < _places.Length; second++) _places[second] += _places[second - 1];
        foreach (ref readonly Submission game in games) _sorted[_places[SecondOf(in game, beginMs)]++] = game;
        for (int second = 0, from = 0; second < DayPlan.DaySeconds; from = _places[second++])
            _sorted.AsSpan(from, _places[second] - from).Sort(Compare);
        return _sorted.AsMemory(0, games.Length);
    }

    private static int SecondOf(in Submission game, long beginMs) => (int)(game.TimeMs - beginMs) / SecondMs;

    private static int Compare(Submission a, Submission b) =>
        a.TimeMs != b.TimeMs ? a.TimeMs.CompareTo(b.TimeMs) : a.Player.CompareTo(b.Player);
}
