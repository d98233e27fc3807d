namespace Catalog.Shell.Leaderboards;

/// <summary>How a player of the demo plays.</summary>
/// <param name="Id">The player.</param>
/// <param name="Region">Where.</param>
/// <param name="FirstDay">The first day, 0 the earliest.</param>
/// <param name="LastDay">The last day; some have left.</param>
/// <param name="DaysAWeek">Days of play in a week.</param>
/// <param name="GamesADay">Games on such a day.</param>
/// <param name="Skill">The usual score, as a share of the highest possible.</param>
/// <param name="Favourite">The mode played most.</param>
internal sealed record DemoPlayer(
    ulong Id, byte Region, int FirstDay, int LastDay, double DaysAWeek, int GamesADay, double Skill, int Favourite)
{
    /// <summary>How the player cheats.</summary>
    public DemoCheat Cheat { get; init; }

    /// <summary>The first day of that.</summary>
    public int CheatsFrom { get; init; }

    /// <summary>The first day of getting better.</summary>
    public int LearnsFrom { get; init; } = int.MaxValue;

    /// <summary>By how much scores are better in the evening: 0.3 for 30 %.</summary>
    public double Evening { get; init; }
}
