using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Tests.Shell.Booking;
using Catalog.Engine.Tests.Storage.Disks;
using Catalog.Shell.Events;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Engine.Tests.Shell.Events;

/// <summary>Consumers and models in a running server, and what an operator can do about them.</summary>
public sealed class ConsumerHostingTests : IDisposable
{
    private const string Consumers = "/api/admin/consumers";
    private readonly TemporaryFolder _folder = new();
    private readonly FlakyConsumer.Log _log = new();

    [Fact]
    public async Task A_consumer_goes_on_after_a_restart_where_it_stopped()
    {
        await using (BookingHost first = await StartAsync())
        {
            await first.OpenAsync();
            await first.HoldAsync(1, 1);
            await first.HoldAsync(1, 2);
            await first.SettleAsync();
        }

        await using BookingHost second = await StartAsync();
        await second.HoldAsync(1, 3);
        await second.SettleAsync();
        Assert.Equal(3, _log.Handled.Count);
        Assert.Equal(_log.Handled.Distinct().Order(), _log.Handled);
    }

    [Fact]
    public async Task What_a_consumer_gave_up_on_survives_a_restart_and_is_replayed_by_an_operator()
    {
        _log.IsBroken = true;
        await using (BookingHost first = await StartAsync())
        {
            await first.OpenAsync();
            for (ushort seat = 0; seat < 3; seat++) await first.HoldAsync(1, seat);
            await first.SettleAsync();
        }

        await using BookingHost host = await StartAsync();
        using HttpClient http = await SignInAsync(host, "admin@catalog.test", "demo-admin-1");
        JsonElement parked = (await GetAsync(http, "/flaky/parked")).GetProperty("items");
        Assert.Equal(3, parked.GetArrayLength());
        Assert.Equal("IOException: Out of order.", parked[0].GetProperty("error").GetString());
        long position = parked[0].GetProperty("position").GetInt64();
        Assert.Equal((0, 3), await ReplayAsync(http, $"/flaky/parked/{position}/replay"));
        _log.IsBroken = false;
        Assert.Equal((1, 2), await ReplayAsync(http, $"/flaky/parked/{position}/replay"));
        using HttpResponseMessage gone = await http.PostAsync($"{Consumers}/flaky/parked/{position}/replay", null);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        long last = parked[2].GetProperty("position").GetInt64();
        using HttpResponseMessage discarded = await http.DeleteAsync($"{Consumers}/flaky/parked/{last}");
        Assert.Equal(HttpStatusCode.NoContent, discarded.StatusCode);
        Assert.Equal((1, 0), await ReplayAsync(http, "/flaky/parked/replay"));
        Assert.Equal([position, parked[1].GetProperty("position").GetInt64()], _log.Handled);
    }

    [Fact]
    public async Task A_paused_consumer_waits_and_its_lag_shows()
    {
        await using BookingHost host = await StartAsync();
        await host.OpenAsync();
        using HttpClient http = await SignInAsync(host, "admin@catalog.test", "demo-admin-1");
        using HttpResponseMessage paused = await http.PostAsync($"{Consumers}/flaky/pause", null);
        Assert.Equal(HttpStatusCode.NoContent, paused.StatusCode);
        await host.HoldAsync(1, 1);
        JsonElement status = StatusOf(await GetAsync(http, ""), "flaky");
        Assert.True(status.GetProperty("isPaused").GetBoolean());
        Assert.True(status.GetProperty("lagBytes").GetInt64() > 0);
        Assert.Empty(_log.Handled);
        Assert.Equal(0, status.GetProperty("handledWithinMsP99").GetInt32());
        host.Clock.Advance(TimeSpan.FromMilliseconds(700));
        using HttpResponseMessage resumed = await http.PostAsync($"{Consumers}/flaky/resume", null);
        Assert.Equal(HttpStatusCode.NoContent, resumed.StatusCode);
        await host.SettleAsync();
        Assert.Single(_log.Handled);
        status = StatusOf(await GetAsync(http, ""), "flaky");
        Assert.Equal(0, status.GetProperty("lagBytes").GetInt64());
        Assert.Equal(700, status.GetProperty("handledWithinMsP50").GetInt32());
    }

    [Fact]
    public async Task Only_an_administrator_sees_any_of_it()
    {
        await using BookingHost host = await StartAsync();
        using HttpClient anybody = host.CreateClient();
        using HttpClient customer = await SignInAsync(host, "demo@catalog.test", "demo-customer-1");
        foreach ((HttpMethod method, string path) in new[]
        {
            (HttpMethod.Get, ""), (HttpMethod.Get, "/flaky/parked"), (HttpMethod.Post, "/flaky/parked/replay"),
            (HttpMethod.Post, "/flaky/parked/1/replay"), (HttpMethod.Delete, "/flaky/parked/1"),
            (HttpMethod.Post, "/flaky/pause"), (HttpMethod.Post, "/flaky/resume"),
        })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(anybody, method, path));
            Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(customer, method, path));
        }

        using HttpClient admin = await SignInAsync(host, "admin@catalog.test", "demo-admin-1");
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(admin, HttpMethod.Get, "/nobody/parked"));
        Assert.Equal(HttpStatusCode.BadRequest, await AskAsync(admin, HttpMethod.Get, "/flaky/parked?cursor=x"));
    }

    [Fact]
    public async Task Whoever_waits_reads_their_own_writes()
    {
        await using BookingHost host = await StartAsync();
        await host.OpenAsync(BookingHost.Showtime, rows: 10, seats: 10);
        ReadYourWrites writes = host.Service<ReadYourWrites>();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async seat =>
        {
            HoldResult hold = await host.HoldAsync((ulong)seat + 1, (ushort)seat);
            await writes.WaitAsync(host.Bookings);
            bool isThere = host.Bookings.Read(
                hold.BookingId, static (all, id) => all.TryFind(BookingHost.Showtime, id, out _));
            Assert.True(isThere);
        }));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpClient> SignInAsync(BookingHost host, string email, string password)
    {
        HttpClient http = host.CreateClient();
        using HttpResponseMessage answer = await http.PostAsJsonAsync("/api/auth/login", new { email, password });
        JsonElement session = await answer.Content.ReadFromJsonAsync<JsonElement>();
        string token = session.GetProperty("accessToken").GetString()!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, Consumers + path);
        using HttpResponseMessage answer = await http.SendAsync(request);
        return answer.StatusCode;
    }

    private static Task<JsonElement> GetAsync(HttpClient http, string path) =>
        http.GetFromJsonAsync<JsonElement>(Consumers + path);

    private static async Task<(int Handled, int StillParked)> ReplayAsync(HttpClient http, string path)
    {
        using HttpResponseMessage answer = await http.PostAsync(Consumers + path, null);
        JsonElement json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (json.GetProperty("handled").GetInt32(), json.GetProperty("stillParked").GetInt32());
    }

    private static JsonElement StatusOf(JsonElement list, string name) =>
        list.GetProperty("consumers").EnumerateArray().Single(c => c.GetProperty("name").GetString() == name);

    private Task<BookingHost> StartAsync() => BookingHost.StartAsync(
        _folder.Path,
        also: services => services
            .AddSingleton(_log)
            .AddConsumer<FlakyConsumer>(new ConsumerOptions { MaxAttempts = 1 }),
        isDemo: true);
}
