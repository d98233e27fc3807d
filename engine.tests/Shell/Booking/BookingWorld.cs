using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Auth;
using Catalog.Shell.Events;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>The whole server with a small catalogue, and users to book with.</summary>
public sealed class BookingWorld : IAsyncDisposable
{
    public const ulong Show = 1;
    public const ulong PastShow = 2;
    public const ulong LaterSale = 3;
    public const ulong CrowdedShow = 4;
    private const long HourMs = 60 * 60 * 1000;
    private static int _keys;

    public BookingWorld(
        string? folder = null, ManualClock? clock = null, params (string Key, string Value)[] settings) =>
        Host = new ShellHost(folder, clock, settings);

    public static SeatPlan Plan { get; } = new SeatPlanBuilder()
        .Zone("Standard").Zone("Premium").Zone("Floor")
        .Row("A", 4, 4).Row("B", 4, 4).Row("C", 4, 4)
        .InZone("C", "Premium", 1, 8).Accessible("A", 1).Companion("A", 2)
        .Area("Standing", 20, "Floor")
        .Build();

    public ShellHost Host { get; }

    /// <summary>Makes a world with its catalogue.</summary>
    public static async Task<BookingWorld> CreateAsync(params (string Key, string Value)[] settings)
    {
        var world = new BookingWorld(null, null, settings);
        await world.ImportAsync();
        return world;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Registers a user; its token.</summary>
    public async Task<string> UserAsync(string name = "ada") =>
        (await Host.RegisterAsync(name + "@example.org")).AccessToken;

    /// <summary>Registers an administrator; its token.</summary>
    public async Task<string> AdminAsync()
    {
        ShellAnswer session = await Host.RegisterAsync("root@example.org");
        ulong id = session.Json.GetProperty("user").GetProperty("id").GetUInt64();
        await Host.Service<Accounts>().ChangeRoleAsync(id, AccountRole.Admin);
        return (await Host.LoginAsync("root@example.org")).AccessToken;
    }

    public static string NewKey() => "key-" + Interlocked.Increment(ref _keys);

    /// <summary>Sends a request below <c>/booking</c>.</summary>
    public async Task<ShellAnswer> SendAsync(
        HttpMethod method, string path, object? body, string? token, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, "/booking" + path);
        if (body is not null)
        {
            string json = body as string ?? JsonSerializer.Serialize(body);
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach ((string name, string value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await Host.Http.SendAsync(request);
        return await ShellAnswer.ReadAsync(response);
    }

    public Task<ShellAnswer> GetAsync(string path, string? token = null) =>
        SendAsync(HttpMethod.Get, path, null, token);

    public Task<ShellAnswer> PostAsync(string path, object? body, string? token, string? key = null) =>
        SendAsync(HttpMethod.Post, path, body, token, ("Idempotency-Key", key ?? NewKey()));

    public Task<ShellAnswer> ReserveAsync(string token, params string[] seats) =>
        PostAsync("/api/bookings/reserve", new { showtimeId = "1", seats }, token);

    public Task<ShellAnswer> ConfirmAsync(string token, string bookingId, string card = "tok_ok", string? key = null) =>
        PostAsync("/api/bookings/confirm", new { bookingId, payment = new { token = card } }, token, key);

    /// <summary>Holds seats and returns the booking's id.</summary>
    public async Task<string> HoldAsync(string token, params string[] seats)
    {
        ShellAnswer answer = await ReserveAsync(token, seats);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Text);
        return answer.Json.GetProperty("bookingId").GetString()!;
    }

    /// <summary>Every seat and area of a showtime as clients see it, without the version.</summary>
    public async Task<string> StatusesAsync(ulong showtimeId = Show)
    {
        ShellAnswer answer = await GetAsync($"/api/seats/{showtimeId}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        IEnumerable<string> seats = answer.Json.GetProperty("rows").EnumerateArray()
            .SelectMany(row => row.GetProperty("seats").EnumerateArray())
            .Select(seat => $"{seat.GetProperty("label")}:{seat.GetProperty("status")}");
        IEnumerable<string> areas = answer.Json.GetProperty("areas").EnumerateArray()
            .Select(area => $"{area.GetProperty("name")}:{area.GetProperty("free")}/{area.GetProperty("sold")}");
        return string.Join(' ', seats.Concat(areas));
    }

    /// <summary>Puts one theater, one film and its showtimes into the catalogue.</summary>
    public async Task ImportAsync()
    {
        long nowMs = Host.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var batch = new CatalogueBatch
        {
            Theaters = [new Theater { Id = 1, Name = "Orion", City = "Lyon", Plan = Plan }],
            Movies = [new Movie { Id = 1, Title = "The Long Wait", DurationMinutes = 100, Genre = "Drama" }],
            Showtimes =
            [
                ShowAt(Show, nowMs + (24 * HourMs)),
                ShowAt(PastShow, nowMs - (3 * HourMs)),
                ShowAt(LaterSale, nowMs + (48 * HourMs)) with { OnSaleAtMs = nowMs + HourMs },
                ShowAt(CrowdedShow, nowMs + (72 * HourMs)) with { HasWaitingRoom = true },
            ],
        };
        var import = new ImportCatalogue(nowMs, batch);
        Reply<CatalogueResult> reply = await Host.Service<SystemHandle<CatalogueState>>()
            .ExecuteAsync<ImportCatalogue, CatalogueResult>(CatalogueMachine.Key, in import);
        Assert.True(reply.Value.IsDone, reply.ToString());
        await Host.Service<ReadYourWrites>().WaitAsync(Host.Service<ProjectionView<CatalogueView>>());
    }

    private static Showtime ShowAt(ulong id, long startsAtMs) => new()
    {
        Id = id,
        MovieId = 1,
        TheaterId = 1,
        StartsAtMs = startsAtMs,
        Prices = new ZonePrices(1000, 1500, 700),
    };
}
