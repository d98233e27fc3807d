using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Tests.Shell.Alerts;
using Catalog.Shell.Leaderboards.Boards;

namespace Catalog.Engine.Tests.Shell.Leaderboards;

/// <summary>A cache in front of the server is told when the first hundred change.</summary>
public sealed class BoardPurgeTests
{
    [Fact]
    public async Task A_cache_is_told_of_changes_and_not_more_often_than_it_must()
    {
        await using WebhookReceiver cache = await WebhookReceiver.StartAsync((context, before) =>
        {
            context.Response.StatusCode = before == 0 ? 503 : 200;
            return Task.CompletedTask;
        });
        await using var world = new LeaderboardWorld(
            ("Catalog:Leaderboards:PurgeUrl", cache.Root + "/purge"),
            ("Catalog:Leaderboards:PurgeSecret", "a secret of sixteen"),
            ("Catalog:Alerts:AllowPrivateWebhooks", "true"));
        using var changed = new SemaphoreSlim(0);
        world.Host.Service<BoardSnapshots>().Changed += (_, _) => changed.Release();
        const string Path = "/api/leaderboard/deathmatch/top100?type=daily&region=eu";
        object game = new { gameMode = "deathmatch", score = 500, gameDurationSeconds = 600 };
        foreach (string name in new[] { "ada", "eve", "kim" })
        {
            (string token, _) = await world.PlayerAsync(name);
            await world.GetAsync(Path);
            int before = cache.Calls.Count;
            await world.PostAsync("/api/scores/submit", game, token);
            // Until then no time passes: a board nobody has asked for of late is let go.
            Assert.True(await changed.WaitAsync(TimeSpan.FromSeconds(60)));
            await TickUntilAsync(world, cache, before + (before == 0 ? 2 : 1));
        }

        ShellAnswer board = await world.GetAsync(Path);
        JsonElement[] told = [.. cache.Calls.Select(call => JsonDocument.Parse(call.Body).RootElement)];
        Assert.All(told, call => Assert.Equal("/leaderboards" + Path, call.GetProperty("path").GetString()));
        Assert.All(cache.Calls, call => Assert.StartsWith("t=", call.Signature, StringComparison.Ordinal));
        Assert.Equal(board.Headers["ETag"], told[^1].GetProperty("entityTag").GetString());
        DateTime[] times = [.. told.Select(call => call.GetProperty("at").GetDateTime())];
        foreach ((DateTime first, DateTime next) in times.Zip(times.Skip(1)))
            Assert.True((next - first).TotalMilliseconds >= BoardPurges.PauseMs, $"{first:O} {next:O}");
    }

    [Fact]
    public void Only_addresses_are_taken()
    {
        var validator = new BoardPurgeOptionsValidator();
        Assert.True(validator.Validate(null, new BoardPurgeOptions()).Succeeded);
        Assert.True(validator.Validate(null, new BoardPurgeOptions { PurgeUrl = "https://cdn.test/purge" }).Succeeded);
        Assert.False(validator.Validate(null, new BoardPurgeOptions { PurgeUrl = "cdn" }).Succeeded);
        Assert.False(validator.Validate(null, new BoardPurgeOptions { PurgeUrl = "file:///etc" }).Succeeded);
    }

    // The clock is moved by hand, a quarter of a second at a time, as often as it takes.
    private static async Task TickUntilAsync(LeaderboardWorld world, WebhookReceiver cache, int calls)
    {
        for (int ticks = 0; cache.Calls.Count < calls; ticks++)
        {
            Assert.True(ticks < 12_000, string.Create(CultureInfo.InvariantCulture, $"{cache.Calls.Count} calls"));
            world.Host.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.Delay(5);
        }
    }
}
