using System.Net;
using Catalog.Shell.Http;
using Microsoft.Extensions.Hosting;

namespace Catalog.Engine.Tests.Shell.Http;

/// <summary>Live and ready, on the way up and on the way down.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_stopping_server_is_live_and_not_ready()
    {
        await using var host = new ShellHost();
        Health health = host.Service<Health>();
        Assert.True(health.IsReady);
        health.MarkStopping();
        health.MarkReady();
        ShellAnswer ready = await host.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
        Assert.Equal("stopping", ready.Json.GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/health/live")).Status);
    }

    [Fact]
    public async Task Being_told_to_stop_ends_readiness_and_the_engine_closes_its_folder()
    {
        await using var host = new ShellHost();
        Health health = host.Service<Health>();
        await host.RegisterAsync();
        await host.Service<IHost>().StopAsync();
        Assert.False(health.IsReady);
        await using var next = new ShellHost(host.Folder, host.Clock);
        Assert.Equal(HttpStatusCode.OK, (await next.LoginAsync()).Status);
    }
}
