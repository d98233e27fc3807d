using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>The box office sees who holds what, and can take it back.</summary>
public sealed class LiveHoldEndpointTests : IAsyncLifetime
{
    private const string Holds = "/api/admin/showtimes/1/holds";
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Live_holds_are_listed_oldest_first_page_by_page()
    {
        string admin = await _world.AdminAsync(), ada = await _world.UserAsync();
        Assert.Empty(await SeatsAsync(admin, ""));
        foreach (string seat in (string[])["B3", "B1", "B2"]) await _world.HoldAsync(ada, seat);
        ShellAnswer first = await _world.GetAsync(Holds + "?limit=2", admin);
        JsonElement hold = first.Json.GetProperty("items")[0];
        Assert.Equal(("B3", "ada@example.org", "reserved"), (
            hold.GetProperty("seats")[0].GetString(),
            hold.GetProperty("userEmail").GetString(),
            hold.GetProperty("status").GetString()));
        Assert.True(first.Json.GetProperty("hasMore").GetBoolean());
        string cursor = first.Json.GetProperty("nextCursor").GetString()!;
        Assert.Equal(["B2"], await SeatsAsync(admin, "?limit=2&cursor=" + cursor));
        _world.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty(await SeatsAsync(admin, ""));
    }

    [Fact]
    public async Task The_box_office_takes_a_hold_back_but_not_what_is_paid()
    {
        string admin = await _world.AdminAsync(), ada = await _world.UserAsync();
        string held = await _world.HoldAsync(ada, "B1");
        string paid = await _world.HoldAsync(ada, "B2");
        await _world.ConfirmAsync(ada, paid);
        Assert.Equal(HttpStatusCode.NoContent, (await DeleteAsync(held, admin)).Status);
        Assert.Contains("B1:free B2:sold", await _world.StatusesAsync());
        (await DeleteAsync(held, admin)).AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await DeleteAsync(paid, admin)).AssertProblem(HttpStatusCode.Conflict, "already_confirmed");
        (await DeleteAsync("2-10001", admin)).AssertProblem(HttpStatusCode.NotFound, "not_found");
        ShellAnswer seen = await _world.GetAsync("/api/bookings/" + held, ada);
        Assert.Equal("released", seen.Json.GetProperty("status").GetString());
    }

    [Fact]
    public async Task It_is_for_administrators_and_for_showtimes_there_are()
    {
        string admin = await _world.AdminAsync(), ada = await _world.UserAsync();
        (await _world.GetAsync(Holds, ada)).AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        (await DeleteAsync("1-10001", ada)).AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        (await _world.GetAsync("/api/admin/showtimes/99/holds", admin))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _world.GetAsync(Holds + "?cursor=zebra", admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_cursor");
    }

    private Task<ShellAnswer> DeleteAsync(string bookingId, string token) =>
        _world.SendAsync(HttpMethod.Delete, $"{Holds}/{bookingId}", null, token);

    private async Task<string[]> SeatsAsync(string admin, string query)
    {
        ShellAnswer answer = await _world.GetAsync(Holds + query, admin);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        return [.. answer.Json.GetProperty("items").EnumerateArray()
            .SelectMany(item => item.GetProperty("seats").EnumerateArray()).Select(seat => seat.GetString()!)];
    }
}
