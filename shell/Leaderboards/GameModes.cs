using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards;

/// <summary>The game's modes and regions. Immutable.</summary>
public static class GameModes
{
    private const int Minute = 60;
    private const long WeekMs = 7 * BoardCalendar.DayMs;

    private static readonly RewardTier[] Rewards =
    [
        new(WindowKind.Weekly, 3, "Weekly champion's badge"),
        new(WindowKind.Monthly, 10, "Monthly contender's banner"),
        new(WindowKind.Seasonal, 1, "Season champion's crown"),
        new(WindowKind.Seasonal, 100, "Season laurels"),
        new(WindowKind.Contest, 3, "Tournament cup"),
    ];

    /// <summary>Regions by their number, from 1.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["eu", "na", "sa", "asia", "oceania", "africa"];

    /// <summary>All modes, by id.</summary>
    public static IReadOnlyList<GameMode> All { get; } =
    [
        new(1, "deathmatch", Terms("Deathmatch", 15_000, 8 * Minute)),
        new(2, "capture-the-flag", Terms("Capture the Flag", 20_000, 12 * Minute)),
        new(3, "raid", Terms("Raid", 30_000, 20 * Minute)),
    ];

    /// <summary>Finds a mode by what a path or a body calls it: its name there, or its id.</summary>
    public static bool TryFind(string? text, [NotNullWhen(true)] out GameMode? mode)
    {
        mode = null;
        foreach (GameMode each in All)
        {
            bool isIt = each.Slug.Equals(text, StringComparison.OrdinalIgnoreCase)
                || each.Id.ToString(CultureInfo.InvariantCulture) == text;
            if (isIt) mode = each;
        }

        return mode is not null;
    }

    /// <summary>A mode by the partition it is kept in.</summary>
    public static GameMode? Find(ulong id) => id >= 1 && id <= (ulong)All.Count ? All[(int)id - 1] : null;

    /// <summary>A region's name; null for none.</summary>
    public static string? RegionName(byte region) => region == 0 ? null : Regions[region - 1];

    /// <summary>A region's number; 0 when there is no such one.</summary>
    public static byte RegionOf(string? name)
    {
        for (int i = 0; i < Regions.Count; i++)
            if (Regions[i].Equals(name, StringComparison.OrdinalIgnoreCase)) return (byte)(i + 1);
        return 0;
    }

    private static ModeTerms Terms(string name, int maxScore, int averageSeconds) => new()
    {
        Name = name,
        MaxScorePerGame = maxScore,
        AverageGameSeconds = averageSeconds,
        RegionCount = (byte)Regions.Count,
        HasSliding = true,
        DecayHalfLifeMs = WeekMs,
        LeagueGroupSize = 30,
        Rewards = Rewards,
    };
}
