using Catalog.Engine.Leaderboards;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Projections;

namespace Catalog.Shell.Leaderboards.Play;

/// <summary>What each of the last days brought a player in a mode, out of the games that are kept.</summary>
internal static class PlayerPace
{
    // Fifty a day for four weeks, as much as the busiest play.
    private const int MostGames = 2_000;

    /// <summary>
    /// What each day added, today left out, the latest last: of as many days as all games are known of, 28 at most.
    /// </summary>
    public static double[] GainsOf(PlaySource play, ulong playerId, GameMode mode)
    {
        long sinceMs = play.Read(0, static (book, _) => book.GamesSinceMs);
        PlayedGame[] games = play.GamesOf(playerId, MostGames);
        if (games.Length == 0) return [];
        int today = DayOf(play.NowMs), first = DayOf(games[0].TimeMs);
        // A day that is kept only in part is none.
        if (sinceMs != long.MinValue) first = Math.Max(first, DayOf(sinceMs) + 1);
        if (games.Length == MostGames) first = Math.Max(first, DayOf(games[0].TimeMs) + 1);
        first = Math.Max(first, today - Pace.MostDays);
        if (first >= today) return [];
        double[] gains = new double[today - first];
        int index = PlaySource.IndexOf(mode);
        foreach (PlayedGame game in games)
        {
            int day = DayOf(game.TimeMs) - first;
            if (game.Mode == index && day >= 0 && day < gains.Length) gains[day] += game.Score;
        }

        return gains;
    }

    private static int DayOf(long timeMs) => (int)(timeMs / BoardCalendar.DayMs);
}
