namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Draws players: most come for a few days, those who stay differ in how much and how well they play, in their days
/// and hours, in how they learn, pause and leave; and two in a hundred of them cheat one day.
/// </summary>
internal static class PlayerMaker
{
    // Of all, those who look in for some days and are gone.
    private const double TouristShare = 0.75;
    private const double MeanStayDays = 130;
    private const double CheaterShare = 0.02;
    private const int EarliestJoin = -200;

    public static PlayerProfile Make(int player, Draw draw)
    {
        PlayerSegment segment = SegmentOf(draw.Share());
        (double skill, double games, int weekdays) = Level(segment, ref draw);
        int join = EarliestJoin + draw.Below(PlayWorld.Days - EarliestJoin);
        bool stays = !draw.Happens(TouristShare);
        int leave = join + (stays ? 14 + (int)(MeanStayDays * draw.Waiting()) : draw.Below(10));
        int decline = stays && leave - join > 45 && draw.Happens(0.7) ? 21 + draw.Below(15) : 0;
        (int pauseFrom, int pauseUntil) = Pause(stays, join, leave, ref draw);
        bool learns = draw.Happens(0.2);
        var profile = new PlayerProfile
        {
            Player = player,
            Segment = segment,
            Skill = skill,
            Growth = learns ? draw.Between(0.5, 1.1) : draw.Between(0, 0.2),
            JoinDay = join,
            LeaveDay = leave,
            DeclineDays = decline,
            PauseFrom = pauseFrom,
            PauseUntil = pauseUntil,
            Weekdays = WeekdaysOf(weekdays, ref draw),
            GamesADay = games,
            UsualMode = ModeOf(draw.Share()),
            Region = (byte)(1 + draw.Below(PlayWorld.Regions)),
            UsualPart = DayPlan.PartOf(draw.Share()),
            Tempo = 0.12 * draw.Gauss(),
            Unevenness = draw.Between(0.35, 0.6),
            Habit = HabitOf(draw.Share()),
            HabitEffect = draw.Between(0.12, 0.26),
        };
        return stays && draw.Happens(CheaterShare) ? Tempt(profile, ref draw) : profile;
    }

    private static PlayerSegment SegmentOf(double share) => share switch
    {
        < 0.60 => PlayerSegment.Casual,
        < 0.90 => PlayerSegment.Regular,
        < 0.99 => PlayerSegment.Hardcore,
        _ => PlayerSegment.Pro,
    };

    private static (double Skill, double Games, int Weekdays) Level(PlayerSegment segment, ref Draw draw) =>
        segment switch
        {
            PlayerSegment.Casual => (-1.1 + (0.45 * draw.Gauss()), draw.Between(1, 3), 2),
            PlayerSegment.Regular => (-0.2 + (0.45 * draw.Gauss()), draw.Between(5, 10), 3),
            PlayerSegment.Hardcore => (0.5 + (0.40 * draw.Gauss()), draw.Between(20, 30), 5),
            _ => (1.3 + (0.30 * draw.Gauss()), draw.Between(50, 65), 6),
        };

    private static (int From, int Until) Pause(bool stays, int join, int leave, ref Draw draw)
    {
        bool pauses = draw.Happens(0.15);
        int length = 10 + draw.Below(26), from = join + 10 + (int)((leave - join) * draw.Share());
        return stays && pauses && from + length + 10 < leave ? (from, from + length) : (int.MaxValue, int.MaxValue);
    }

    private static byte WeekdaysOf(int count, ref Draw draw)
    {
        // Weekends first for half of the people, any days for the others.
        int days = draw.Happens(0.5) ? 0b100_0001 : 1 << draw.Below(7);
        while (int.PopCount(days) < count) days |= 1 << draw.Below(7);
        return (byte)days;
    }

    private static byte ModeOf(double share) => share switch { < 0.45 => 0, < 0.75 => 1, _ => 2 };

    private static Habit HabitOf(double share) => share switch
    {
        < 0.10 => Habit.Evening,
        < 0.14 => Habit.Morning,
        < 0.22 => Habit.Tires,
        < 0.30 => Habit.StartsSlowly,
        < 0.35 => Habit.Weekend,
        _ => Habit.None,
    };

    private static PlayerProfile Tempt(PlayerProfile honest, ref Draw draw)
    {
        int first = Math.Max(0, honest.JoinDay) + 10, last = Math.Min(PlayWorld.Days, honest.LeaveDay) - 7;
        if (last <= first) return honest;
        return honest with
        {
            Cheat = (CheatKind)(1 + draw.Below(4)),
            CheatFrom = first + draw.Below(last - first),
            CheatShare = draw.Between(0.6, 1),
            CheatStrength = draw.Share(),
        };
    }
}
