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
        int port = _world.Host.Http.BaseAddress!.Port;
        ShellAnswer ticket = await _world.Host.PostAsync("/api/auth/ws-ticket", null, ada);
        using LiveClient client = await LiveClient.OpenAsync(
            port, "?ticket=" + ticket.Json.GetProperty("ticket").GetString());
        await client.AskAsync("subscribe", new { topic = "scores:deathmatch" });
        await client.AskAsync("subscribe", new { topic = "player:" + id });
        await _world.PlayAsync(ada, 500);
        await ReadUntilAsync(
            client,
            ("recent_score", static data => NameOfFirst(data, "scores") == "ada"),
            ("rank_change", static data => data.GetProperty("newRank").GetInt32() == 1));

        await client.AskAsync("subscribe", new { topic = "leaderboard:deathmatch" });
        JsonElement snapshot = await client.ReadAsync();
        Assert.Equal("leaderboard_update", snapshot.GetProperty("event").GetString());
        Assert.Equal("ada", NameOfFirst(snapshot.GetProperty("data"), "top10"));

        await _world.PlayAsync(eve, 900);
        await ReadUntilAsync(
            client,
            ("leaderboard_update", static data => NameOfFirst(data, "top10") == "eve"),
            ("recent_score", static data => NameOfFirst(data, "scores") == "eve"),
            ("rank_change", static data => data.GetProperty("newRank").GetInt32() == 2));
    }

    [Fact]
    public async Task One_event_subscribes_to_all_of_a_mode()
    {
        (string ada, _) = await _world.PlayerAsync("ada");
        using LiveClient client = await LiveClient.OpenAsync(_world.Host.Http.BaseAddress!.Port, "");
        await client.SendAsync("subscribe:leaderboard", new { gameMode = "raid" });
        await ReadUntilAsync(client, ("leaderboard_update", static _ => true));
        await _world.PlayAsync(ada, 700, "raid");
        await ReadUntilAsync(client, ("recent_score", static _ => true));
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

    /// <summary>Reads on until each of these events was told as it should be, in any order.</summary>
    private static async Task ReadUntilAsync(
        LiveClient client, params (string Name, Func<JsonElement, bool> IsIt)[] all)
    {
        var missing = all.ToList();
        while (missing.Count > 0)
        {
            JsonElement message = await client.ReadAsync();
            missing.RemoveAll(each => message.GetProperty("event").ValueEquals(each.Name)
                && each.IsIt(message.GetProperty("data")));
        }
    }

    private static string? NameOfFirst(JsonElement data, string list) =>
        data.GetProperty(list)[0].GetProperty("username").GetString();
}
