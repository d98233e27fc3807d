using System.Text.Json;
using Catalog.Engine.Tests.Shell.Live;

namespace Catalog.Engine.Tests.Shell.Leaderboards;

/// <summary>Boards, scores and ranks over a WebSocket.</summary>
public sealed class LiveBoardsTests : IAsyncLifetime
{
    private readonly LeaderboardWorld _world = new(LiveClient.Settings);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task The_top_scores_and_the_own_rank_are_told_as_they_change()
    {
        (string ada, string id) = await _world.PlayerAsync("ada");
        (string eve, _) = await _world.PlayerAsync("eve");
        await _world.PlayAsync(ada, 500);
        int port = _world.Host.Http.BaseAddress!.Port;
        ShellAnswer ticket = await _world.Host.PostAsync("/api/auth/ws-ticket", null, ada);
        using LiveClient client = await LiveClient.OpenAsync(
            port, "?ticket=" + ticket.Json.GetProperty("ticket").GetString());
        await client.AskAsync("subscribe", new { topic = "leaderboard:deathmatch" });
        JsonElement snapshot = await client.ReadAsync();
        Assert.Equal("leaderboard_update", snapshot.GetProperty("event").GetString());
        Assert.Equal("ada", NameOfFirst(snapshot));
        await client.AskAsync("subscribe", new { topic = "scores:deathmatch" });
        await client.AskAsync("subscribe", new { topic = "player:" + id });
        await _world.PlayAsync(eve, 900);
        var told = new Dictionary<string, JsonElement>();
        while (told.Count < 3)
        {
            JsonElement message = await client.ReadAsync();
            told[message.GetProperty("event").GetString()!] = message;
        }

        Assert.Equal("eve", NameOfFirst(told["leaderboard_update"]));
        JsonElement score = told["recent_score"].GetProperty("data").GetProperty("scores")[0];
        Assert.Equal("eve", score.GetProperty("username").GetString());
        Assert.Equal(2, told["rank_change"].GetProperty("data").GetProperty("newRank").GetInt32());
    }

    [Fact]
    public async Task One_event_subscribes_to_all_of_a_mode()
    {
        (string ada, _) = await _world.PlayerAsync("ada");
        using LiveClient client = await LiveClient.OpenAsync(_world.Host.Http.BaseAddress!.Port, "");
        await client.SendAsync("subscribe:leaderboard", new { gameMode = "raid" });
        await ReadUntilAsync(client, "leaderboard_update");
        await _world.PlayAsync(ada, 700, "raid");
        await ReadUntilAsync(client, "recent_score");
    }

    [Fact]
    public async Task Nobody_listens_to_anothers_rank()
    {
        int port = _world.Host.Http.BaseAddress!.Port;
        using LiveClient nobody = await LiveClient.OpenAsync(port, "");
        JsonElement answer = await nobody.AskAsync("subscribe", new { topic = "player:1" });
        Assert.Equal("forbidden", answer.GetProperty("data").GetProperty("code").GetString());
        answer = await nobody.AskAsync("subscribe", new { topic = "leaderboard:chess" });
        Assert.Equal("unknown_topic", answer.GetProperty("data").GetProperty("code").GetString());
    }

    private static async Task ReadUntilAsync(LiveClient client, string name)
    {
        while ((await client.ReadAsync()).GetProperty("event").GetString() != name)
        {
        }
    }

    private static string? NameOfFirst(JsonElement message) =>
        message.GetProperty("data").GetProperty("top10")[0].GetProperty("username").GetString();
}
