using Catalog.WsGateway;
using Catalog.WsGateway.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>
/// Our gateway: what clients publish goes to the topic "room", what they publish as "bulk" to the topic of that name,
/// and what they say with "durable" into a file first, if there is one, and then to the topic "durable".
/// </summary>
internal static class CatalogHost
{
    /// <summary>The topic all clients join.</summary>
    public const string Room = "room";

    /// <summary>The topic of large messages.</summary>
    public const string Bulk = "bulk";

    /// <summary>The topic that survives.</summary>
    public const string Durable = "durable";

    /// <summary>The event the topics' messages are.</summary>
    public const string Event = "m";

    /// <summary>What the gateway counted.</summary>
    public const string Counters = "/counters";

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        IConfiguration configuration = builder.Configuration;
        builder.Services.AddCatalogGateway(options =>
        {
            (options.MessagesPerSecond, options.MaxConnectsPerSecond) = (0, 0);
            configuration.GetSection("Gateway").Bind(options);
        });
        builder.WebHost.UseCatalogGateway("/ws");
        WebApplication app = builder.Build();
        app.MapCatalogGateway("/http", gateway =>
        {
            gateway.OnRaw("publish", (_, json) => gateway.PublishRaw(Room, Event, json));
            gateway.OnRaw("bulk", (_, json) => gateway.PublishRaw(Bulk, Event, json));
            if (configuration["History"] is { } path) KeepHistory(gateway, path);
        });
        app.MapGet(Counters, () => Results.Text(GatewayCounters.Read()));
        return app;
    }

    private static void KeepHistory(WsGateway.Gateway gateway, string path)
    {
        var history = new FileHistory(path);
        gateway.Topic(Durable, topic => (topic.History, topic.HistoryMessages) = (history, 64));
        gateway.OnRaw("durable", (_, json) =>
        {
            byte[] kept = json.ToArray();
            history.Append(kept, offset =>
                gateway.PublishRaw(Durable, Event, kept, new PublishOptions(Offset: offset)));
        });
    }
}
