using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using Catalog.Engine.Tests.Gateway;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Shell.Live;

/// <summary>A client on a socket of the real server.</summary>
internal sealed class LiveClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private int _lastId;

    private LiveClient() => _socket.Options.KeepAliveInterval = TimeSpan.Zero;

    internal static (string Key, string Value)[] Settings { get; } =
        [("Urls", "http://127.0.0.1:0"), ("Catalog:RateLimits:Enabled", "false"), ("Catalog:Gateway:DrainTime", "0")];

    /// <summary>Connects; with a token, a ticket is fetched for it first.</summary>
    internal static async Task<LiveClient> ConnectAsync(BookingWorld world, string? token = null)
    {
        string query = token is null ? "" : "?ticket=" + await TicketAsync(world, token);
        return await OpenAsync(world, query);
    }

    internal static Task<LiveClient> OpenAsync(BookingWorld world, string query) =>
        OpenAsync(world.Host.Http.BaseAddress!.Port, query);

    internal static async Task<LiveClient> OpenAsync(int port, string query)
    {
        var client = new LiveClient();
        await client._socket.ConnectAsync(new Uri($"ws://127.0.0.1:{port}/ws{query}"), default);
        return client;
    }

    internal static async Task<string> TicketAsync(BookingWorld world, string token) =>
        (await world.Host.PostAsync("/api/auth/ws-ticket", null, token)).Json.GetProperty("ticket").GetString()!;

    /// <summary>Sends a request; its id.</summary>
    internal async Task<int> SendAsync(string name, object data)
    {
        int id = ++_lastId;
        await _socket.SendTextAsync(JsonSerializer.Serialize(new { @event = name, id, data }));
        return id;
    }

    /// <summary>Sends a request and waits for its answer, passing over everything else.</summary>
    internal async Task<JsonElement> AskAsync(string name, object data)
    {
        int id = await SendAsync(name, data);
        while (true)
        {
            JsonElement message = await ReadAsync();
            if (message.TryGetProperty("id", out JsonElement of) && of.GetInt32() == id) return message;
        }
    }

    /// <summary>The next message; fails at the end.</summary>
    internal async Task<JsonElement> ReadAsync()
    {
        string text = await _socket.ReadTextAsync();
        Assert.False(text.StartsWith("close", StringComparison.Ordinal), text);
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The next messages, in short: event and offset.</summary>
    internal async Task<string[]> ReadShortAsync(int count)
    {
        string[] messages = new string[count];
        for (int i = 0; i < count; i++) messages[i] = Shorten(await ReadAsync());
        return messages;
    }

    /// <summary>Reads to the end; how it ended.</summary>
    internal async Task<string> ReadCloseAsync()
    {
        while (true)
        {
            string text = await _socket.ReadTextAsync();
            if (text.StartsWith("close", StringComparison.Ordinal)) return text;
        }
    }

    public void Dispose() => _socket.Dispose();

    internal static string Shorten(JsonElement message)
    {
        string name = message.GetProperty("event").GetString()!;
        return message.TryGetProperty("offset", out JsonElement offset)
            ? name + " " + offset.GetInt64().ToString(CultureInfo.InvariantCulture)
            : name;
    }
}
