using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards;

/// <summary>
/// The past of a demo's players in a mode: most of them casual, few very good; some came lately, some are gone. They
/// play in the evening and on weekends more than otherwise. In raids a game brings an eighth more since nine days ago.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class DemoGames(GameMode mode, long nowMs)
{
    private const int Days = 56;
    private const int Week = 7;
    private const int RaidMode = 3;
    private const int RichDays = 9;
    private const double Riches = 1.125;
    private const double ShareFromTheStart = 0.5;
    private const double ShareGone = 0.2;
    private const double WeekendFactor = 1.4;

    // Of a hundred players 60 are casual, 30 regular, 9 hardcore, 1 is a pro: games a week, and how well they play.
    private static readonly (int Below, double GamesAWeek, double Skill)[] Kinds =
        [(60, 0.9, 0.05), (90, 2.7, 0.2), (99, 7.5, 0.45), (100, 17, 0.72)];

    /// <summary>Adds a player's games.</summary>
    public void AddTo(List<ImportedScore> scores, ulong playerId, byte region, Random random)
    {
        int kind = random.Next(Kinds[^1].Below);
        (_, double gamesAWeek, double skill) = Array.Find(Kinds, each => kind < each.Below);
        int first = random.NextDouble() < ShareFromTheStart ? 0 : random.Next(Days);
        int last = random.NextDouble() < ShareGone ? random.Next(first, Days) : Days - 1;
        bool hasPlayed = false;
        for (int day = first; day <= last; day++)
        {
            double expected = gamesAWeek / Week * (IsWeekend(day) ? WeekendFactor : 1);
            // Nobody comes without a game.
            int games = !hasPlayed && day == last ? 1 : CountOf(expected, random);
            for (int game = 0; game < games; game++) scores.Add(GameOf(playerId, region, day, skill, random));
            hasPlayed |= games > 0;
        }
    }

    private ImportedScore GameOf(ulong playerId, byte region, int day, double skill, Random random)
    {
        double luck = (random.NextDouble() + random.NextDouble()) / 2;
        double rich = mode.Id == RaidMode && day >= Days - RichDays ? Riches : 1;
        int score = (int)(mode.Terms.MaxScorePerGame * Math.Min(1, rich * skill * (0.4 + (1.2 * luck))));
        int seconds = (int)(mode.Terms.AverageGameSeconds * (0.6 + (0.8 * random.NextDouble())));
        long startMs = StartOf(day);
        long playedMs = startMs + (long)(HourOf(random) * BoardCalendar.HourMs);
        // What would come today after now came before it.
        if (playedMs >= nowMs) playedMs = startMs + (long)((nowMs - startMs) * random.NextDouble());
        return new ImportedScore(playerId, score, seconds, region, playedMs);
    }

    private long StartOf(int day) => ((nowMs / BoardCalendar.DayMs) - Days + 1 + day) * BoardCalendar.DayMs;

    // 1970 began on a Thursday.
    private bool IsWeekend(int day) => ((StartOf(day) / BoardCalendar.DayMs) + 3) % Week >= 5;

    /// <summary>Half of all games in the evening, a third during the day.</summary>
    private static double HourOf(Random random) => random.NextDouble() switch
    {
        < 0.5 => 18 + (5 * random.NextDouble()),
        < 0.8 => 11 + (7 * random.NextDouble()),
        _ => (23 + (12 * random.NextDouble())) % 24,
    };

    /// <summary>A number drawn so that it is as large as expected on average (Poisson, by Knuth).</summary>
    private static int CountOf(double expected, Random random)
    {
        double limit = Math.Exp(-expected), product = random.NextDouble();
        int count = 0;
        for (; product > limit; count++) product *= random.NextDouble();
        return count;
    }
}
