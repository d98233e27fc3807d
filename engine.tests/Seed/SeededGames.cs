using Catalog.Seed.Leaderboards;
using Catalog.Seed.Shared;

namespace Catalog.Engine.Tests.Seed;

/// <summary>A folder with half a year of games, made once, small.</summary>
public sealed class SeededGames : IAsyncLifetime
{
    public const double Scale = 0.00002;
    public static readonly DateTimeOffset Now = new(2026, 3, 14, 15, 9, 26, TimeSpan.Zero);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("catalog-seed-");

    public string Path => _folder.FullName;

    internal Dictionary<string, long> Made { get; private set; } = [];

    /// <summary>Seeds a folder and gives what was made.</summary>
    internal static async Task<Dictionary<string, long>> SeedAsync(
        string folder, int seed, long raw = long.MaxValue)
    {
        var request = new SeedRequest(Scale, seed, folder, Now) { RawCount = raw };
        IReadOnlyList<(string What, long Count)> made =
            await new LeaderboardSeeder().SeedAsync(request, new SilentProgress());
        return made.ToDictionary(each => each.What, each => each.Count);
    }

    public async Task InitializeAsync() => Made = await SeedAsync(Path, 1);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
