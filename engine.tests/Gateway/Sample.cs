using System.Net.WebSockets;
using Catalog.Engine.Tests.House;
using Catalog.WsGateway.Hosting;
using Catalog.WsGateway.Topics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Gateway;

/// <summary>The program in docs/gateway.md, as it stands there.</summary>
public sealed class Sample
{
    [Fact]
    public async Task It_is_what_the_documentation_shows()
    {
        string source = File.ReadAllText(Repository.FullPath("engine.tests/Gateway/Sample.cs"));
        string[] shown = source.Split("// the sample\n")[1].Split("\n        // its end")[0].Split('\n');
        string text = string.Join('\n', shown.Select(line => line.Length > 8 ? line[8..] : ""));
        Assert.Contains(text, File.ReadAllText(Repository.FullPath("docs/gateway.md")));

        await using WebApplication app = Build([]);
        await app.StartAsync();
        string url = app.Services.GetRequiredService<IServer>().Features
            .Get<IServerAddressesFeature>()!.Addresses.First();
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"{url.Replace("http", "ws", StringComparison.Ordinal)}/ws"), default);
        await socket.SendTextAsync("""{"event":"subscribe","data":{"topic":"room/7"}}""");
        await socket.SendTextAsync("""{"event":"say","id":1,"data":{"room":"7","text":"hello"}}""");
        Assert.StartsWith("""{"event":"subscribed",""", await socket.ReadTextAsync());
        Assert.Equal(
            """{"event":"said","topic":"room/7","offset":1,"data":{"room":"7","text":"hello"}}""",
            await socket.ReadTextAsync());
        await app.StopAsync(new CancellationToken(true));
    }

    private static WebApplication Build(string[] args)
    {
        // the sample
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddCatalogGateway(options => options.AllowedOrigins.Add("https://example.org"));
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseCatalogGateway("/ws");
        WebApplication app = builder.Build();
        app.MapCatalogGateway("/ws", gateway =>
        {
            gateway.Topic("room/*", topic =>
            {
                topic.HistoryMessages = 256; // who reconnects gets what it missed
                topic.SlowConsumer = SlowConsumerPolicy.DropOldest;
            });
            gateway.On("say", ChatJson.Default.Said, (client, said) =>
            {
                gateway.Publish($"room/{said.Room}", "said", said, ChatJson.Default.Said);
                return ValueTask.CompletedTask;
            });
        });
        // its end
        return app;
    }
}
