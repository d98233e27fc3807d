namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Plays one player's day. Everything that makes honest play look odd is in it: luck, form that comes and goes,
/// favourite modes, long weekends, interest that fades.
/// </summary>
internal sealed class DayMaker(PlayWorld world)
{
    // Days of play are kept with this probability, and others played on with that.
    private const double Kept = 0.9;
    private const double Extra = 0.04;
    private const double LuckyShare = 0.02;
    private const double MarathonShare = 0.004;
    private const ulong PlayDay = 1_000;
    private readonly int[] _begins = new int[8];
    private readonly double[] _aptitudes = new double[GameModes.All.Count];

    /// <summary>Adds what a player plays on a day. Nothing on most days.</summary>
    public void Play(PlayerProfile player, int day, List<Submission> into)
    {
        if (day < player.JoinDay || day > player.LeaveDay) return;
        if (day >= player.PauseFrom && day < player.PauseUntil) return;
        var draw = new Draw(world.Seed, (ulong)player.Player, PlayDay + (ulong)day);
        double fading = FadingOf(player, day);
        bool isBot = player.Cheat == CheatKind.Bot && day >= player.CheatFrom && draw.Happens(player.CheatShare);
        if (!isBot && !draw.Happens(OddsOf(player, day) * Fade(fading, 0.3))) return;
        var form = new DayForm(day, player.SkillOn(day) + (0.12 * draw.Gauss()), WeekdayOf(day) is 0 or 6);
        var aptitude = new Draw(world.Seed, (ulong)player.Player, 2);
        for (int mode = 0; mode < _aptitudes.Length; mode++) _aptitudes[mode] = 0.2 * aptitude.Gauss();
        if (isBot) PlayBot(player, form, ref draw, into);
        else PlaySessions(player, form, fading, ref draw, into);
    }

    private void PlaySessions(
        PlayerProfile player, DayForm form, double fading, ref Draw draw, List<Submission> into)
    {
        double wanted = player.GamesADay * Fade(fading, 0.4) * draw.Between(0.8, 1.2);
        if (draw.Happens(MarathonShare)) wanted = Math.Max(wanted * 3, 25);
        int games = Math.Max(1, (int)(wanted + draw.Share()));
        int sessions = Math.Clamp(1 + (games / 9), 1, 4);
        for (int s = 0; s < sessions; s++) _begins[s] = DayPlan.Begin(player, ref draw);
        Array.Sort(_begins, 0, sessions);
        double second = 0;
        for (int s = 0; s < sessions; s++)
        {
            second = Math.Max(second, _begins[s]);
            bool isBoosted = player.Cheat == CheatKind.Boosting && form.Day >= player.CheatFrom
                && draw.Happens(player.CheatShare);
            int count = (games / sessions) + (s < games % sessions ? 1 : 0);
            for (int game = 0; game < count && second < DayPlan.LastSecond; game++)
            {
                Submission played = PlayGame(player, form, (second, game, isBoosted), ref draw);
                if (played.TimeMs >= MsAt(form.Day, DayPlan.LastSecond)) break;
                into.Add(played);
                second = ((played.TimeMs - MsAt(form.Day, 0)) / 1000.0) + 10 + (60 * Math.Exp(0.8 * draw.Gauss()));
            }

            second += 1_500;
        }
    }

    private Submission PlayGame(
        PlayerProfile player, DayForm form, (double Second, int Game, bool IsBoosted) at, ref Draw draw)
    {
        byte mode = draw.Happens(0.65) ? player.UsualMode : (byte)draw.Below(GameModes.All.Count);
        GameMode rules = GameModes.All[mode];
        double pace = 0.22 * draw.Gauss();
        double z = form.Skill + _aptitudes[mode] + (player.Unevenness * draw.Gauss()) + (0.4 * pace);
        if (draw.Happens(LuckyShare)) z += 1.2 * Math.Abs(draw.Gauss());
        if (at.IsBoosted) z = Math.Max(z + 1.4, 1.1 + (0.45 * draw.Gauss())) + (0.8 * player.CheatStrength);
        double ratio = Math.Clamp(Math.Exp(pace + player.Tempo), 0.36, 2.8);
        bool cheats = form.Day >= player.CheatFrom && draw.Happens(player.CheatShare);
        if (cheats && player.Cheat == CheatKind.SpeedHack)
        {
            ratio = Math.Max(0.305, ratio * (0.55 - (0.2 * player.CheatStrength)));
            z += 0.3;
        }

        double score = Scores.Of(rules, z) * HabitFactor(player, form, at.Second, at.Game);
        if (cheats && player.Cheat == CheatKind.ScoreInjection) score = Inject(player, rules, score, ref draw);
        double seconds = rules.UsualSeconds * ratio;
        long timeMs = MsAt(form.Day, at.Second + seconds);
        return new Submission(timeMs, player.Player, Scores.Round(rules, score), (int)seconds, mode);
    }

    // The brazen write what they like, the careful multiply what they have.
    private static double Inject(PlayerProfile player, GameMode rules, double score, ref Draw draw)
    {
        if (player.CheatStrength > 0.6)
            return draw.Happens(0.3) ? 0.9 * rules.MaxScore : rules.MaxScore * draw.Between(0.75, 0.99);
        double least = rules.Mean * 0.6;
        return Math.Max(score, least) * (2.2 + player.CheatStrength);
    }

    private void PlayBot(PlayerProfile player, DayForm form, ref Draw draw, List<Submission> into)
    {
        GameMode rules = GameModes.All[player.UsualMode];
        double jitter = 0.05 + (0.25 * (1 - player.CheatStrength));
        double second = DayPlan.FirstSecond + (3_600 * draw.Between(0, 4));
        double end = second + (3_600 * (9 + (11 * player.CheatStrength)));
        while (second < Math.Min(end, DayPlan.LastSecond - (2 * rules.UsualSeconds)))
        {
            double seconds = rules.UsualSeconds * 0.85 * Math.Exp(0.05 * draw.Gauss());
            double z = form.Skill - 0.1 + _aptitudes[player.UsualMode] + (0.12 * draw.Gauss());
            long timeMs = MsAt(form.Day, second + seconds);
            into.Add(new Submission(
                timeMs, player.Player, Scores.Round(rules, Scores.Of(rules, z)), (int)seconds, player.UsualMode));
            second += seconds + (25 * Math.Exp(jitter * draw.Gauss()));
        }
    }

    private static double HabitFactor(PlayerProfile player, DayForm form, double second, int game)
    {
        double hour = second / 3_600;
        bool isOn = player.Habit switch
        {
            Habit.Evening => hour is >= 18 and < 23,
            Habit.Morning => hour is >= 6 and < 12,
            Habit.Tires => game >= 5,
            Habit.StartsSlowly => game == 0,
            Habit.Weekend => form.IsWeekend,
            _ => false,
        };
        if (!isOn) return 1;
        return player.Habit is Habit.Tires or Habit.StartsSlowly ? 1 - player.HabitEffect : 1 + player.HabitEffect;
    }

    // 0 while interest is whole, 1 at its end.
    private static double FadingOf(PlayerProfile player, int day) =>
        player.IsDecliner ? Math.Clamp(1 - ((player.LeaveDay - day) / (double)player.DeclineDays), 0, 1) : 0;

    private static double Fade(double fading, double rest) => 1 - ((1 - rest) * fading);

    private double OddsOf(PlayerProfile player, int day) =>
        ((player.Weekdays >> WeekdayOf(day)) & 1) == 1 ? Kept : Extra;

    // 1970 began on a Thursday.
    private int WeekdayOf(int day) => (int)(((world.BeginMs / PlayWorld.DayMs) + day + 4) % 7);

    private long MsAt(int day, double second) => world.BeginMs + (day * PlayWorld.DayMs) + (long)(second * 1000);
}
