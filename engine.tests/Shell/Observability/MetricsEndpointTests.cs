using System.Net;
using Catalog.Engine.Tests.Shell.Booking;

namespace Catalog.Engine.Tests.Shell.Observability;

public sealed class MetricsEndpointTests
{
    private const string Token = "a-token-of-some-length";

    [Fact]
    public async Task What_it_says_is_well_formed_and_counts_what_happened()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync(("Catalog:Observability:MetricsToken", Token));
        string user = await world.UserAsync();
        await world.HoldAsync(user, "B1");
        (await world.GetAsync("/api/movies/77", user)).AssertProblem(HttpStatusCode.NotFound, "not_found");
        ShellAnswer answer = await world.Host.GetAsync("/metrics", Token);
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Headers["Content-Type"]);
        var metrics = new Exposition(answer.Text);
        const string lost =
            "{http_route=\"/booking/api/movies/{movie_id}\",method=\"GET\",status=\"4xx\"}";
        Assert.Equal(1, metrics["http_server_request_duration_seconds_count" + lost]);
        Assert.True(metrics["catalog_engine_commands_total{shard=\"0\"}"] > 0);
        Assert.True(metrics["catalog_engine_commit_duration_seconds_count"] > 0);
        Assert.Equal(1, metrics["catalog_journal_accepts_writes"]);
        Assert.Contains(metrics.Names, static name => name.StartsWith("gateway_connections", StringComparison.Ordinal));
        Assert.Contains("catalog_consumer_parked{consumer=\"booking-notifications\"}", metrics.Names);
    }

    [Fact]
    public async Task Only_the_token_administrators_and_this_machine_see_it()
    {
        await using BookingWorld world = await BookingWorld.CreateAsync(("Catalog:Observability:MetricsToken", Token));
        (await world.Host.GetAsync("/metrics")).AssertProblem(HttpStatusCode.Unauthorized, "token_required");
        (await world.Host.GetAsync("/metrics", Token + "x"))
            .AssertProblem(HttpStatusCode.Unauthorized, "token_invalid");
        (await world.Host.GetAsync("/metrics", await world.UserAsync()))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(HttpStatusCode.OK, (await world.Host.GetAsync("/metrics", await world.AdminAsync())).Status);
    }

    [Fact]
    public async Task This_machine_sees_it_unless_a_proxy_passed_the_request_on()
    {
        await using var host = new ShellHost(null, null, ("Urls", "http://127.0.0.1:0"));
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/metrics")).Status);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using HttpResponseMessage answer = await host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        await using var closed = new ShellHost(
            null, null, ("Urls", "http://127.0.0.1:0"), ("Catalog:Observability:OpenToLoopback", "false"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await closed.GetAsync("/metrics")).Status);
    }
}
