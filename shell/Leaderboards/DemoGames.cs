using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards;

/// <summary>
/// The demo's past: nine weeks of games. Of a hundred players 60 are casual, 30 regular, 9 play a lot and one is a pro;
/// half of the play is in the evening, more on weekends, some leave, everybody plays one mode a day. A handful cheats
/// in the last days, so that the analyzer has something to find; four get better and better for a month; the demo
/// customer is better in the evening. In raids a game brings an eighth more since nine days ago.
/// </summary>
/// <remarks>The same players play alike but for the days. Not thread-safe.</remarks>
internal sealed class DemoGames
{
    /// <summary>Days there are games of.</summary>
    public const int Days = 63;

    /// <summary>Where the demo customer plays.</summary>
    public const byte CustomerRegion = 1;

    // A newcomer who climbs.
    private const int CustomerFirstDay = 28;
    private const int Seed = 77;
    private const int CheatDays = 6;
    private const int MinuteMs = 60_000;
    private const int DayMinutes = 24 * 60;
    private const int Week = 7;
    private const double WeekendFactor = 1.4;
    private const int RaidMode = 3;
    private const int RichDays = 9;
    private const double Riches = 1.125;

    // One in four hundred.
    private const int CheatEvery = 400;

    // Another one in six hundred, whose scores grow to 2.2 times as much.
    private const int TalentEvery = 600;
    private const int TalentNumber = 250;
    private const int LearningDays = 28;
    private const double Growth = 1.2;
    private readonly List<DemoPlayer> _players;
    private readonly long _firstMs;
    private readonly long _nowMs;

    /// <summary>Makes the players.</summary>
    /// <param name="firstId">The first one's id; the others follow.</param>
    /// <param name="count">How many.</param>
    /// <param name="nowMs">The moment their past ends, milliseconds since 1970.</param>
    public DemoGames(ulong firstId, int count, long nowMs)
    {
        _nowMs = nowMs;
        _firstMs = (nowMs / BoardCalendar.DayMs * BoardCalendar.DayMs) - ((Days - 1) * BoardCalendar.DayMs);
        _players = new List<DemoPlayer>(count);
        for (int i = 0; i < count; i++) _players.Add(Make(firstId, i));
    }

    /// <summary>Where a player plays.</summary>
    public static byte RegionOf(int player) => (byte)(1 + (player % GameModes.Regions.Count));

    /// <summary>The games of a day, by mode.</summary>
    /// <param name="day">The day, 0 the earliest.</param>
    /// <param name="customerId">The demo customer, who plays as well; 0 for nobody.</param>
    public ILookup<GameMode, ImportedScore> PlayedOn(int day, ulong customerId)
    {
        var games = new List<(GameMode Mode, ImportedScore Score)>();
        foreach (DemoPlayer player in _players) Play(player, day, games);
        if (customerId != 0) Play(Customer(customerId), day, games);
        return games.ToLookup(static each => each.Mode, static each => each.Score);
    }

    private static DemoPlayer Customer(ulong id) =>
        new(id, CustomerRegion, CustomerFirstDay, Days, 6, 5, 0.24, 0) { Evening = 0.35 };

    private static DemoPlayer Make(ulong firstId, int number)
    {
        var random = new Random(number);
        (double days, int games, double skill) = random.Next(100) switch
        {
            < 60 => (0.8, 1 + random.Next(2), 0.06),
            < 90 => (2.5, 2 + random.Next(2), 0.2),
            < 99 => (5.0, 3 + random.Next(2), 0.4),
            _ => (6.5, 6 + random.Next(3), 0.6),
        };
        int first = random.Next(4) == 0 ? random.Next(Days - 7) : 0;
        int last = random.Next(5) == 0 ? first + random.Next(Days - first) : Days;
        skill *= 0.8 + (0.4 * random.NextDouble());
        var player = new DemoPlayer(
            firstId + (ulong)number, RegionOf(number), first, last, days, games, skill, random.Next(3));
        if (number % TalentEvery == TalentNumber) return Talent(player);
        return number % CheatEvery == CheatEvery - 1 ? Cheater(player, number) : player;
    }

    private static DemoPlayer Talent(DemoPlayer player) => player with
    {
        FirstDay = 0,
        LastDay = Days,
        DaysAWeek = 6,
        GamesADay = 4,
        Skill = 0.2,
        LearnsFrom = Days - LearningDays,
    };

    // They play like anybody until they begin.
    private static DemoPlayer Cheater(DemoPlayer player, int number) => player with
    {
        FirstDay = 0,
        LastDay = Days,
        DaysAWeek = 6,
        GamesADay = 4,
        Skill = 0.25,
        Cheat = (DemoCheat)(1 + (number / CheatEvery % 3)),
        CheatsFrom = Days - CheatDays,
    };

    private void Play(DemoPlayer player, int day, List<(GameMode Mode, ImportedScore Score)> games)
    {
        if (day < player.FirstDay || day >= player.LastDay) return;
        var random = new Random(SeedOf(player.Id, day));
        DemoCheat cheat = day >= player.CheatsFrom ? player.Cheat : DemoCheat.None;
        if (cheat == DemoCheat.None && !IsDayOfPlay(player, day, random)) return;
        GameMode mode = GameModes.All[random.Next(3) == 0 ? random.Next(3) : player.Favourite];
        int count = Math.Max(1, player.GamesADay + random.Next(-1, 2));
        double minute = cheat == DemoCheat.Program ? random.Next(10) : BeginOf(random);
        if (cheat == DemoCheat.Program) count = DayMinutes;
        else if (cheat != DemoCheat.None) count = 8;
        for (int i = 0; i < count; i++)
        {
            int seconds = SecondsOf(mode, cheat, random);
            double pause = cheat == DemoCheat.Program ? 2 : 1 + (4 * random.NextDouble());
            minute += (seconds / 60.0) + pause;
            long playedMs = _firstMs + (day * BoardCalendar.DayMs) + (long)(minute * MinuteMs);
            if (playedMs >= _nowMs || minute >= DayMinutes) return;
            bool isEvening = minute - (seconds / 60.0) is >= 18 * 60 and < 23 * 60;
            double form = isEvening ? 1 + player.Evening : 1;
            if (mode.Id == RaidMode && day >= Days - RichDays) form *= Riches;
            form *= 1 + (Growth * Math.Max(0, day - player.LearnsFrom) / LearningDays);
            int score = ScoreOf(mode, player.Skill * form, cheat, random);
            games.Add((mode, new ImportedScore(player.Id, score, seconds, player.Region, playedMs)));
        }
    }

    // 1970 began on a Thursday. Nobody comes without a game.
    private bool IsDayOfPlay(DemoPlayer player, int day, Random random)
    {
        bool isWeekend = ((_firstMs / BoardCalendar.DayMs) + day + 3) % Week >= 5;
        double share = player.DaysAWeek / Week * (isWeekend ? WeekendFactor : 1);
        return random.NextDouble() < share || day == player.FirstDay;
    }

    // Half in the evening, three in ten during the day, the rest at night and in the morning.
    private static double BeginOf(Random random) => random.Next(10) switch
    {
        < 5 => (17.5 + (4.5 * random.NextDouble())) * 60,
        < 8 => (11 + (6 * random.NextDouble())) * 60,
        _ => 10.5 * random.NextDouble() * 60,
    };

    private static int SecondsOf(GameMode mode, DemoCheat cheat, Random random)
    {
        double usual = mode.Terms.AverageGameSeconds;
        return cheat switch
        {
            DemoCheat.Fast => (int)(usual * (0.31 + (0.03 * random.NextDouble()))),
            DemoCheat.Program => (int)(usual * (0.99 + (0.02 * random.NextDouble()))),
            _ => (int)(usual * (0.6 + (0.8 * random.NextDouble()))),
        };
    }

    private static int ScoreOf(GameMode mode, double skill, DemoCheat cheat, Random random)
    {
        double luck = (random.NextDouble() + random.NextDouble()) / 2;
        double share = cheat switch
        {
            DemoCheat.MadeUp => random.Next(2) == 0 ? 0.98 : 0.99,
            DemoCheat.Program => skill * (1 + (0.02 * luck)),
            _ => skill * (0.4 + (1.2 * luck)),
        };
        return (int)(mode.Terms.MaxScorePerGame * Math.Min(1, share));
    }

    // Not the framework's, which differs from one process to the next.
    private static int SeedOf(ulong playerId, int day) =>
        (int)(((playerId * 0x9E3779B97F4A7C15) ^ ((ulong)day * 0xC2B2AE3D27D4EB4F)) >> 33) ^ Seed;
}
