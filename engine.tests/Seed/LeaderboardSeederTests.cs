using System.Net;
using System.Text.Json;
using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Disks;
using Catalog.Engine.Tests.Shell;
using Catalog.Seed;
using Catalog.Seed.Leaderboards;
using Catalog.Seed.Shared;
using Catalog.Shell.Events;
using ServerModes = Catalog.Shell.Leaderboards.GameModes;

namespace Catalog.Engine.Tests.Seed;

/// <summary>Half a year of play in a data folder, and the server that goes on from there.</summary>
public sealed class LeaderboardSeederTests(SeededGames seeded) : IClassFixture<SeededGames>
{
    [Fact]
    public async Task TheServerGoesOnWhereTheSeedEnds()
    {
        await using ShellHost host = Open(seeded.Path);
        IReadOnlyList<Catalog.Engine.Core.Consumers.ConsumerRunner> consumers = host.Service<EventHost>().Consumers;
        IEnumerable<string> told = Systems.All.SelectMany(s => s.Consumers).Concat(SeedEngine.SharedConsumers);
        Assert.Equal(told.Order(), consumers.Select(c => c.Name).Order());
        Assert.All(consumers, c => Assert.Equal(0, c.GetStatus().HandledCount));

        JsonElement top = await GetAsync(host, "/api/leaderboard/deathmatch?limit=100");
        Assert.InRange(top.GetProperty("totalPlayers").GetInt32(), 30, 200);
        foreach (string type in new[] { "daily", "weekly", "monthly", "season", "last24h", "trending" })
        {
            JsonElement board = await GetAsync(host, $"/api/leaderboard/deathmatch?type={type}");
            Assert.NotEqual(0, board.GetProperty("totalPlayers").GetInt32());
        }

        JsonElement archives = await GetAsync(host, "/api/archive/deathmatch");
        Assert.True(archives.GetProperty("items").GetArrayLength() > 20, archives.GetRawText());
        JsonElement first = top.GetProperty("rows")[0];
        string name = first.GetProperty("username").GetString()!;
        JsonElement found = await GetAsync(host, $"/api/players?search={name[..6]}");
        Assert.Contains(name, found.GetRawText(), StringComparison.Ordinal);
        JsonElement history = await GetAsync(
            host, $"/api/players/{first.GetProperty("playerId").GetString()}/history/deathmatch");
        Assert.True(history.GetProperty("days").GetArrayLength() > 5, history.GetRawText());
        ShellAnswer login = await host.LoginAsync("demo@catalog.test", "demo-customer-1");
        Assert.Equal(HttpStatusCode.OK, login.Status);
        JsonElement customer = await GetAsync(host, "/api/players/1/stats");
        Assert.Equal("DemoCustomer", customer.GetProperty("username").GetString());
        Assert.True(customer.GetProperty("gamesPlayed").GetInt32() > 0, customer.GetRawText());
    }

    [Fact]
    public async Task TheSameSeedIsTheSameAndTheRawGamesAreThoseThatWerePlayed()
    {
        DirectoryInfo again = Directory.CreateTempSubdirectory("catalog-seed-");
        DirectoryInfo other = Directory.CreateTempSubdirectory("catalog-seed-");
        try
        {
            Assert.Equal(seeded.Made, await SeededGames.SeedAsync(again.FullName, 1));
            await SeededGames.SeedAsync(other.FullName, 2, raw: 1_000);
            string first = await DescribeAsync(seeded.Path);
            Assert.Equal(first, await DescribeAsync(again.FullName));
            Assert.NotEqual(first, await DescribeAsync(other.FullName));
            Submission[] kept = await ReadRawAsync(seeded.Path);
            Assert.Equal(seeded.Made["games that count"], kept.Length);
            Assert.Equal(kept, Play().Where(game => game.TimeMs < SeededGames.Now.ToUnixTimeMilliseconds()));
            int latest = (await ReadRawAsync(other.FullName)).Length;
            Assert.InRange(latest, 1_000, 1_500);
        }
        finally
        {
            again.Delete(recursive: true);
            other.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AnInterruptedRunLeavesAFolderThatNobodyOpens()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("catalog-seed-");
        try
        {
            var request = new SeedRequest(SeededGames.Scale, 1, folder.FullName, SeededGames.Now);
            await Assert.ThrowsAsync<OperationCanceledException>(
                () => new LeaderboardSeeder().SeedAsync(request, new InterruptedProgress("Saving")));
            Assert.True(Catalog.Shell.Hosting.UnfinishedFolder.IsMarked(new LocalDisk(folder.FullName)));
            await Assert.ThrowsAsync<SeedRefusedException>(
                () => new LeaderboardSeeder().SeedAsync(request, new SilentProgress()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void NobodyHasAnothersName()
    {
        const int Players = 200_000;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int player = 0; player < Players; player++)
        {
            string name = PlayerNaming.NameOf(1, (int)((player * 7_919L) % PlayerNaming.Count));
            Assert.True(name.Length <= 30 && names.Add(name), name);
        }
    }

    [Fact]
    public void TheWorldPlaysByTheServersRules()
    {
        foreach ((GameMode world, Catalog.Shell.Leaderboards.GameMode server) in
                 GameModes.All.Zip(ServerModes.All))
        {
            Assert.Equal(server.Terms.Name, world.Name);
            Assert.Equal(server.Terms.AverageGameSeconds, world.UsualSeconds);
            Assert.True(world.MaxScore <= server.Terms.MaxScorePerGame);
        }
    }

    [Fact]
    public async Task EveryModelOfTheServerIsMade()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("catalog-seed-");
        await using ShellHost host = Open(seeded.Path);
        await using (var engine = new SeedEngine(folder.FullName, 0))
        {
            foreach (ISystemSeeder system in Systems.All) system.AddModels(engine);
            string[] late = ["account-epochs", "audit-days"];
            IEnumerable<string> kept = host.Service<EventHost>().Projections.Select(each => each.Name);
            Assert.Equal(kept.Except(late).Order(), engine.Models.Order());
        }

        folder.Delete(recursive: true);
    }

    private static ShellHost Open(string folder)
    {
        var clock = new ManualClock();
        clock.Advance(SeededGames.Now - clock.GetUtcNow());
        return new ShellHost(folder, clock, ("Catalog:Demo", "false"));
    }

    private static async Task<string> DescribeAsync(string folder)
    {
        await using ShellHost host = Open(folder);
        var parts = new List<string>();
        foreach (Catalog.Shell.Leaderboards.GameMode mode in ServerModes.All)
        {
            JsonElement board = await GetAsync(host, $"/api/leaderboard/{mode.Slug}?limit=100");
            parts.Add(board.GetProperty("rows").GetRawText());
            parts.Add((await GetAsync(host, $"/api/archive/{mode.Slug}")).GetRawText());
        }

        return string.Join('\n', parts);
    }

    private static async Task<JsonElement> GetAsync(ShellHost host, string path)
    {
        ShellAnswer answer = await host.GetAsync("/leaderboards" + path);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return answer.Json;
    }

    private static async Task<Submission[]> ReadRawAsync(string folder)
    {
        var blobs = new DiskBlobStore(new LocalDisk(Path.Combine(folder, "blobs")));
        var games = new List<Submission>();
        foreach (BlobEntry info in (await blobs.ListAsync("games/", null, 1_000)).Entries)
        {
            byte[] bytes = new byte[info.SizeBytes];
            Assert.Equal(bytes.Length, await blobs.ReadAsync(info.Name, 0, bytes));
            games.AddRange(RawDay.Read(bytes));
        }

        return [.. games];
    }

    private static List<Submission> Play()
    {
        long todayMs = ((SeededGames.Now.ToUnixTimeMilliseconds() / PlayWorld.DayMs) + 1) * PlayWorld.DayMs;
        var stream = new PlayStream(new PlayWorld(200, 1, todayMs));
        var games = new List<Submission>();
        while (stream.TryNext(out ReadOnlySpan<Submission> day)) games.AddRange(day);
        return games;
    }
}
