using System.Net;
using Catalog.Shell.Leaderboards.Play;

namespace Catalog.Engine.Tests.Shell.Leaderboards.Play;

/// <summary>A restart neither loses a game nor counts one twice, and nobody banned comes back by it.</summary>
public sealed class PlayRestartTests
{
    [Fact]
    public async Task Games_and_bans_are_what_they_were()
    {
        string folder = Directory.CreateTempSubdirectory("catalog-play-").FullName;
        var clock = new ManualClock();
        ulong id;
        await using (var world = new LeaderboardWorld(folder, clock))
        {
            (string token, string text) = await world.PlayerAsync("ada");
            id = ulong.Parse(text);
            for (int i = 0; i < 5; i++) await world.PlayAsync(token, 1_000 + i);
            await world.PlayAsync(token, 99_000);
            string admin = await world.AdminAsync();
            ShellAnswer ban = await world.PostAsync(
                $"/api/admin/players/{id}/ban/raid", new { kind = "shadow" }, admin);
            Assert.Equal(HttpStatusCode.OK, ban.Status);
            Assert.Equal((5, true), await CountAsync(world, id));
        }

        clock.Advance(TimeSpan.FromMinutes(5));
        await using (var world = new LeaderboardWorld(folder, clock))
        {
            Assert.Equal((5, true), await CountAsync(world, id));
            (string token, _) = await world.PlayerAsync("eve");
            await world.PlayAsync(token, 2_000);
            Assert.Equal((6, true), await CountAsync(world, id));
            Assert.Equal(
                [1_000, 1_001, 1_002, 1_003, 1_004],
                world.Host.Service<PlaySource>().GamesOf(id).Select(static game => game.Score));
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(long Games, bool IsBanned)> CountAsync(LeaderboardWorld world, ulong id)
    {
        PlaySource play = world.Host.Service<PlaySource>();
        await play.WaitAsync(CancellationToken.None);
        return play.Read(id, static (book, player) => (book.Games, book.IsBanned(player)));
    }
}
