namespace Catalog.Seed.Leaderboards;

/// <summary>The modes, with the means and deviations of the specification.</summary>
internal static class GameModes
{
    public static IReadOnlyList<GameMode> All { get; } =
    [
        new("Deathmatch", 3_000, 1_500, 10_000, 480),
        new("Capture the Flag", 5_000, 2_000, 15_000, 720),
        new("Raid", 8_000, 3_000, 25_000, 1_200),
    ];
}
