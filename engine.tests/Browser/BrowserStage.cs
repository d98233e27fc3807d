using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Catalog.Engine.Tests.Browser;

/// <summary>Puts on what a test needs, over the API as an administrator; what one test books is no other's.</summary>
internal sealed class BrowserStage : IDisposable
{
    public const string Password = "correct horse";
    private static int _names;
    private readonly HttpClient _http;

    private BrowserStage(HttpClient http) => _http = http;

    private static object SmallPlan => new
    {
        zones = (string[])["Standard", "Premium"],
        rows = (object[])
        [
            new { label = "A", blocks = (int[])[4, 4] },
            new { label = "B", blocks = (int[])[4, 4], accessible = (int[])[1], companion = (int[])[2] },
            new
            {
                label = "C", blocks = (int[])[4, 4],
                zones = (object[])[new { zone = "Premium", fromNumber = 1, toNumber = 8 }],
            },
        ],
    };

    /// <summary>A title, a name or a mail address that nobody else has.</summary>
    public static string NewName(string word) =>
        $"{word} {Interlocked.Increment(ref _names).ToString(CultureInfo.InvariantCulture)}";

    public static async Task<BrowserStage> OpenAsync(Uri address)
    {
        var http = new HttpClient { BaseAddress = address };
        JsonElement session = await SendAsync(
            http, HttpMethod.Post, "/api/auth/login", new { email = "admin@catalog.test", password = "demo-admin-1" });
        string token = session.GetProperty("accessToken").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new BrowserStage(http);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Adds a showtime of a film of its own, in a small house unless told otherwise.</summary>
    public async Task<StagedShow> PutOnAsync(ShowWish? wish = null)
    {
        wish ??= new ShowWish();
        string title = wish.Title ?? NewName("The Staged Film");
        string film = await SaveAsync(_http, "movies", new { title, durationMinutes = 100, genre = "Drama" });
        // A house of its own, too: a theater shows one film at a time.
        string house = await SaveAsync(_http, "theaters", HouseOf(wish.Plan ?? SmallPlan));
        string show = await SaveAsync(_http, "showtimes", new
        {
            movieId = film,
            theaterId = house,
            startsAt = DateTimeOffset.UtcNow + wish.StartsIn,
            onSaleAt = wish.OnSaleAt,
            priceCents = 1200,
            holdSeconds = wish.HoldSeconds,
            hasWaitingRoom = wish.HasWaitingRoom,
        });
        return new StagedShow(show, film, house, title);
    }

    /// <summary>Somebody who books beside the browser.</summary>
    public async Task<string> TokenAsync()
    {
        string email = NewName("somebody").Replace(' ', '-') + "@example.org";
        JsonElement session = await SendAsync(
            _http, HttpMethod.Post, "/api/auth/register", new { name = "Somebody", email, password = Password });
        return session.GetProperty("accessToken").GetString()!;
    }

    /// <summary>The token of a visitor, to act for them beside their browser.</summary>
    public async Task<string> TokenAsync(string email)
    {
        JsonElement session =
            await SendAsync(_http, HttpMethod.Post, "/api/auth/login", new { email, password = Password });
        return session.GetProperty("accessToken").GetString()!;
    }

    /// <summary>Holds seats for somebody beside the browser; the booking's id.</summary>
    public async Task<string> HoldAsync(string token, string show, params string[] seats)
    {
        JsonElement held = await SendAsync(
            _http, HttpMethod.Post, "/booking/api/bookings/reserve", new { showtimeId = show, seats }, token);
        return held.GetProperty("bookingId").GetString()!;
    }

    /// <summary>Pays for what is held.</summary>
    public Task PayAsync(string token, string booking) => SendAsync(
        _http, HttpMethod.Post, "/booking/api/bookings/confirm",
        new { bookingId = booking, payment = new { token = "tok_ok" } }, token);

    /// <summary>Cancels what is paid.</summary>
    public Task CancelAsync(string token, string booking) =>
        SendAsync(_http, HttpMethod.Post, $"/booking/api/bookings/{booking}/cancel", null, token);

    /// <summary>Gives back what is held.</summary>
    public Task ReleaseAsync(string token, string booking) =>
        SendAsync(_http, HttpMethod.Delete, $"/booking/api/bookings/{booking}", null, token);

    /// <summary>Waits for seats side by side.</summary>
    public Task WaitAsync(string token, string show, int count) => SendAsync(
        _http, HttpMethod.Post, "/booking/api/waiting-list", new { showtimeId = show, count, together = true }, token);

    /// <summary>Queues before a show with a waiting room, or is let in.</summary>
    public Task EnterAsync(string token, string show) =>
        SendAsync(_http, HttpMethod.Post, $"/booking/api/waiting-room/{show}/enter", null, token);

    /// <summary>Goes home.</summary>
    public Task LeaveAsync(string token, string show) =>
        SendAsync(_http, HttpMethod.Delete, $"/booking/api/waiting-room/{show}", null, token);

    /// <summary>Submits the score of a game; one that breaks rules is held.</summary>
    public Task SubmitAsync(string token, string mode, int score, int seconds) => SendAsync(
        _http, HttpMethod.Post, "/leaderboards/api/scores/submit",
        new { gameMode = mode, score, gameDurationSeconds = seconds }, token);

    /// <summary>Who somebody is as a player.</summary>
    public async Task<string> PlayerAsync(string token) =>
        (await SendAsync(_http, HttpMethod.Get, "/leaderboards/api/players/me", null, token))
            .GetProperty("playerId").GetString()!;

    public Task<JsonElement> GetAsync(string path) => SendAsync(_http, HttpMethod.Get, path, null);

    private static object HouseOf(object plan) => new { name = NewName("House"), city = "Lyon", plan };

    private static async Task<string> SaveAsync(HttpClient http, string kind, object record) =>
        (await SendAsync(http, HttpMethod.Post, "/booking/api/" + kind, record)).GetProperty("id").GetString()!;

    private static async Task<JsonElement> SendAsync(
        HttpClient http, HttpMethod method, string path, object? body, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using HttpResponseMessage response = await http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
