using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Catalog.Shell.Auth;

namespace Catalog.Engine.Tests.Shell.Leaderboards;

/// <summary>The whole server, and players to play with.</summary>
public sealed class LeaderboardWorld(
    string? folder, ManualClock? clock, params (string Key, string Value)[] settings) : IAsyncDisposable
{
    private static int _keys;

    public LeaderboardWorld(params (string Key, string Value)[] settings)
        : this(null, null, settings)
    {
    }

    public ShellHost Host { get; } = new(folder, clock, settings);

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Registers a player; token and id.</summary>
    public async Task<(string Token, string Id)> PlayerAsync(string name)
    {
        ShellAnswer session = await Host.RegisterAsync(name + "@example.org");
        string id = session.Json.GetProperty("user").GetProperty("id").GetUInt64().ToString();
        ShellAnswer named = await SendAsync(
            HttpMethod.Put, "/api/players/me", new { username = name, region = "eu" }, session.AccessToken);
        Assert.True(named.Status == HttpStatusCode.OK, named.Text);
        return (session.AccessToken, id);
    }

    /// <summary>Registers an administrator; its token.</summary>
    public async Task<string> AdminAsync()
    {
        ShellAnswer session = await Host.RegisterAsync("root@example.org");
        ulong id = session.Json.GetProperty("user").GetProperty("id").GetUInt64();
        await Host.Service<Accounts>().ChangeRoleAsync(id, AccountRole.Admin);
        return (await Host.LoginAsync("root@example.org")).AccessToken;
    }

    /// <summary>Sends a request below <c>/leaderboards</c>.</summary>
    public async Task<ShellAnswer> SendAsync(
        HttpMethod method, string path, object? body, string? token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/leaderboards" + path);
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await Host.Http.SendAsync(request);
        return await ShellAnswer.ReadAsync(response);
    }

    public Task<ShellAnswer> GetAsync(string path, string? token = null) =>
        SendAsync(HttpMethod.Get, path, null, token);

    public Task<ShellAnswer> PostAsync(string path, object? body, string? token, string? key = null) =>
        SendAsync(
            HttpMethod.Post, path, body, token,
            ("Idempotency-Key", key ?? "key-" + Interlocked.Increment(ref _keys)));

    /// <summary>Submits a game of ten minutes, a minute later than the last.</summary>
    public async Task<ShellAnswer> PlayAsync(string token, int score, string mode = "deathmatch", string? key = null)
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        ShellAnswer answer = await PostAsync(
            "/api/scores/submit", new { gameMode = mode, score, gameDurationSeconds = 600 }, token, key);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer;
    }

    /// <summary>Names and scores of a board, the best first.</summary>
    public async Task<string> RowsAsync(string path, string? token = null)
    {
        ShellAnswer answer = await GetAsync(path, token);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return string.Join(' ', answer.Json.GetProperty("rows").EnumerateArray().Select(row =>
            $"{row.GetProperty("rank")}:{row.GetProperty("username").GetString()}={row.GetProperty("score")}"));
    }
}
