using Catalog.Bench.Shared.Browsers;
using Catalog.Shell;
using Catalog.Shell.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Browser;

/// <summary>
/// The server as it ships, on a real port, with the web app that was built and the demo of a first start; and one
/// browser. Whatever a test changes it brings itself, by <see cref="Stage"/>.
/// </summary>
public sealed class BrowserHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog-browser-").FullName;
    private WebApplication? _server;
    private Chromium? _chromium;
    private BrowserStage? _stage;

    internal BrowserStage Stage => _stage!;

    internal Chromium Chromium => _chromium!;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync()
    {
        if (Chromium.WhyNot is not null) return;
        _server = Build();
        await _server.StartAsync();
        Address = new Uri(_server.Urls.Single());
        _stage = await BrowserStage.OpenAsync(Address);
        _chromium = await Chromium.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (_chromium is not null) await _chromium.DisposeAsync();
        _stage?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private WebApplication Build()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Catalog:DataPath"] = _folder,
            ["Catalog:JournalSegmentMegabytes"] = "32",
            ["Catalog:Auth:PasswordIterations"] = "1000",
            ["Catalog:RateLimits:Enabled"] = "false",
            ["Catalog:Alerts:EvaluateSeconds"] = "1",
        });
        builder.Logging.ClearProviders();
        WebApplication server = builder.AddCatalog(Systems.Create()).Build();
        return server.UseCatalog();
    }
}
