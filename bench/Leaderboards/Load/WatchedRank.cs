using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace Catalog.Bench.Leaderboards.Load;

/// <summary>A player who listens for the own rank and plays now and then, one game a mode at a time.</summary>
internal sealed class WatchedRank : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    // Per mode: the total that the score leads to, when it was sent, and when its rank was told, in ticks.
    private readonly Dictionary<string, (long Total, long SentAt, long ToldAt)> _games = [];
    private readonly Lock _gate = new();

    private WatchedRank(string token) => Token = token;

    /// <summary>The player's token.</summary>
    public string Token { get; }

    /// <summary>Opens a socket and listens to the own ranks.</summary>
    public static async Task<WatchedRank> OpenAsync(HttpClient client, string token, CancellationToken cancel)
    {
        var player = new WatchedRank(token);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/ws-ticket");
        request.Headers.Authorization = new("Bearer", token);
        using HttpResponseMessage answer = await client.SendAsync(request, cancel);
        using JsonDocument ticket = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel));
        var address = new UriBuilder(client.BaseAddress!)
        {
            Scheme = "ws", Path = "/ws", Query = "ticket=" + ticket.RootElement.GetProperty("ticket").GetString(),
        };
        await player._socket.ConnectAsync(address.Uri, cancel);
        var wish = new { @event = "subscribe", data = new { topic = "player:" + IdOf(token) } };
        await player._socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(wish), WebSocketMessageType.Text, true, cancel);
        return player;
    }

    /// <summary>Plays: the time from here on counts.</summary>
    public async Task PlayAsync(HttpClient client, string mode, int score, int seconds, CancellationToken cancel)
    {
        lock (_gate)
        {
            long before = _games.TryGetValue(mode, out var last) ? last.Total : 0;
            _games[mode] = (before + score, Stopwatch.GetTimestamp(), 0);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/leaderboards/api/scores/submit");
        request.Headers.Authorization = new("Bearer", Token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Content = JsonContent.Create(new { gameMode = mode, score, gameDurationSeconds = seconds });
        using HttpResponseMessage answer = await client.SendAsync(request, cancel);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Reads until the socket is closed.</summary>
    public async Task ListenAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            int count = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(_buffer.AsMemory(count), cancel);
                count += part.Count;
            }
            while (!part.EndOfMessage && count < _buffer.Length);
            if (part.MessageType == WebSocketMessageType.Close) return;
            long now = Stopwatch.GetTimestamp();
            using JsonDocument message = JsonDocument.Parse(_buffer.AsMemory(0, count));
            Note(message.RootElement, now);
        }
    }

    /// <summary>How long until the rank after the latest game in a mode was told; null when it was not.</summary>
    public TimeSpan? Took(string mode)
    {
        lock (_gate)
            return _games.TryGetValue(mode, out var game) && game.ToldAt != 0
                ? Stopwatch.GetElapsedTime(game.SentAt, game.ToldAt)
                : null;
    }

    public void Dispose() => _socket.Dispose();

    private void Note(JsonElement message, long now)
    {
        if (!message.TryGetProperty("event", out JsonElement name) || name.GetString() != "rank_change") return;
        JsonElement data = message.GetProperty("data");
        string mode = data.GetProperty("gameMode").GetString()!;
        lock (_gate)
        {
            if (_games.TryGetValue(mode, out var game) && game.ToldAt == 0
                && data.GetProperty("score").GetInt64() >= game.Total) _games[mode] = game with { ToldAt = now };
        }
    }

    private static string IdOf(string token)
    {
        string payload = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        byte[] json = Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '='));
        using JsonDocument claims = JsonDocument.Parse(json);
        return claims.RootElement.GetProperty("sub").GetString()!;
    }
}
