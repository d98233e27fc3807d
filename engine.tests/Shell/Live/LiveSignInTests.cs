using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Shell.Live;

/// <summary>How sockets sign in, and for how long.</summary>
public sealed class LiveSignInTests : IAsyncLifetime
{
    private BookingWorld _world = null!;

    public async Task InitializeAsync() => _world = await BookingWorld.CreateAsync(LiveClient.Settings);

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task A_ticket_is_good_once()
    {
        string ticket = await LiveClient.TicketAsync(_world, await _world.UserAsync());
        using LiveClient first = await LiveClient.OpenAsync(_world, "?ticket=" + ticket);
        WebSocketException refused = await Assert.ThrowsAsync<WebSocketException>(
            () => LiveClient.OpenAsync(_world, "?ticket=" + ticket));
        Assert.Contains("401", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_is_not_good_for_long()
    {
        string ticket = await LiveClient.TicketAsync(_world, await _world.UserAsync());
        _world.Host.Clock.Advance(TimeSpan.FromSeconds(31));
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.OpenAsync(_world, "?ticket=" + ticket));
    }

    [Fact]
    public async Task A_ticket_takes_a_token() =>
        (await _world.Host.PostAsync("/api/auth/ws-ticket"))
            .AssertProblem(HttpStatusCode.Unauthorized, "token_required");

    [Fact]
    public async Task An_access_token_is_taken_from_a_message_and_not_from_an_address()
    {
        string token = await _world.UserAsync();
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.OpenAsync(_world, "?ticket=" + token));
        using LiveClient client = await LiveClient.ConnectAsync(_world);
        JsonElement answer = await client.AskAsync("auth", new { token });
        Assert.Equal("auth", answer.GetProperty("event").GetString());
        Assert.NotEmpty(answer.GetProperty("data").GetProperty("userId").GetString()!);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_users_sockets_and_nobody_elses()
    {
        string token = await _world.UserAsync();
        using LiveClient other = await LiveClient.ConnectAsync(_world, await _world.UserAsync("eve"));
        using LiveClient mine = await LiveClient.ConnectAsync(_world, token);
        using LiveClient nobody = await LiveClient.ConnectAsync(_world);
        await _world.Host.PostAsync("/api/auth/logout-everywhere", null, token);
        Assert.Equal("close 4401 signed in no longer", await mine.ReadCloseAsync());
        Assert.Equal("subscribed", LiveClient.Shorten(await other.AskAsync("subscribe", new { topic = "seats:1" })));
        Assert.Equal("subscribed", LiveClient.Shorten(await nobody.AskAsync("subscribe", new { topic = "seats:1" })));
    }

    [Fact]
    public async Task A_socket_is_signed_in_for_as_long_as_its_token_unless_it_signs_in_again()
    {
        ShellAnswer session = await _world.Host.RegisterAsync();
        using LiveClient tired = await LiveClient.ConnectAsync(_world, session.AccessToken);
        using LiveClient fresh = await LiveClient.ConnectAsync(_world, session.AccessToken);
        _world.Host.Clock.Advance(TimeSpan.FromMinutes(14));
        ShellAnswer renewed =
            await _world.Host.PostAsync("/api/auth/refresh", new { refreshToken = session.RefreshToken });
        await fresh.AskAsync("auth", new { ticket = await LiveClient.TicketAsync(_world, renewed.AccessToken) });
        _world.Host.Clock.Advance(TimeSpan.FromSeconds(90));
        Assert.Equal("close 4401 signed in no longer", await tired.ReadCloseAsync());
        Assert.Equal("subscribed", LiveClient.Shorten(await fresh.AskAsync("subscribe", new { topic = "seats:1" })));
    }

    [Fact]
    public async Task A_page_of_another_origin_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ws");
        foreach ((string name, string value) in new[]
        {
            ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"),
            ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), ("Origin", "https://evil.example"),
        }) request.Headers.TryAddWithoutValidation(name, value);
        using HttpResponseMessage response = await _world.Host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_operator_sees_how_the_gateway_is_doing()
    {
        using LiveClient client = await LiveClient.ConnectAsync(_world);
        await client.AskAsync("subscribe", new { topic = "seats:1" });
        JsonElement status = (await _world.Host.GetAsync("/api/admin/live", await _world.AdminAsync())).Json;
        Assert.Equal(1, status.GetProperty("connections").GetInt32());
        Assert.True(status.GetProperty("counters").GetProperty("gateway.accepted").GetInt64() >= 1);
    }
}
