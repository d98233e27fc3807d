namespace Catalog.Seed.Leaderboards;

/// <summary>
/// Who somebody is: all of it follows from the world's seed and the player's number, and none of it is told to models.
/// Days count from the first of the history; joining may lie before it.
/// </summary>
internal sealed record PlayerProfile
{
    /// <summary>The player.</summary>
    public required int Player { get; init; }

    /// <summary>How much.</summary>
    public required PlayerSegment Segment { get; init; }

    /// <summary>How well at first, in deviations of scores from the mean.</summary>
    public required double Skill { get; init; }

    /// <summary>How much is learned in the long run.</summary>
    public required double Growth { get; init; }

    /// <summary>The day of the first game.</summary>
    public required int JoinDay { get; init; }

    /// <summary>The last day of play; behind the history for those who stay.</summary>
    public required int LeaveDay { get; init; }

    /// <summary>For how many days before the last one interest fades; 0 for those who leave from one day to another.
    /// </summary>
    public required int DeclineDays { get; init; }

    /// <summary>The first day of a long pause, or <see cref="int.MaxValue"/>.</summary>
    public required int PauseFrom { get; init; }

    /// <summary>The day after it.</summary>
    public required int PauseUntil { get; init; }

    /// <summary>The days of the week that are for playing, a bit each from Sunday on.</summary>
    public required byte Weekdays { get; init; }

    /// <summary>Games on a day of play.</summary>
    public required double GamesADay { get; init; }

    /// <summary>The mode that is played most.</summary>
    public required byte UsualMode { get; init; }

    /// <summary>The region, from 1.</summary>
    public required byte Region { get; init; }

    /// <summary>The part of the day that is for playing: see <see cref="DayPlan"/>.</summary>
    public required byte UsualPart { get; init; }

    /// <summary>The logarithm of the time games take, against others'.</summary>
    public required double Tempo { get; init; }

    /// <summary>How much scores vary from game to game.</summary>
    public required double Unevenness { get; init; }

    /// <summary>When it goes better or worse.</summary>
    public required Habit Habit { get; init; }

    /// <summary>By which share of the score.</summary>
    public required double HabitEffect { get; init; }

    /// <summary>How it is cheated.</summary>
    public CheatKind Cheat { get; init; }

    /// <summary>From which day on.</summary>
    public int CheatFrom { get; init; } = int.MaxValue;

    /// <summary>In which share of the games, or sessions.</summary>
    public double CheatShare { get; init; }

    /// <summary>How brazenly, 0 to 1.</summary>
    public double CheatStrength { get; init; }

    /// <summary>Whether interest fades before the end: what can be seen coming.</summary>
    public bool IsDecliner => DeclineDays > 0;

    /// <summary>How well on a day: learning, and rust after a pause.</summary>
    public double SkillOn(int day)
    {
        double learned = Growth * (1 - Math.Exp(-(day - JoinDay) / LearningDays));
        bool isRusty = day >= PauseUntil && PauseFrom != int.MaxValue;
        return Skill + learned - (isRusty ? Rust * Math.Exp(-(day - PauseUntil) / RustDays) : 0);
    }

    private const double LearningDays = 60;
    private const double Rust = 0.3;
    private const double RustDays = 5;
}
