using System.Collections.Concurrent;
using System.Text;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Tests.Shell.Booking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Catalog.Engine.Tests.Shell.Observability;

/// <summary>A collector that is configured gets meters and traces, over the real protocol.</summary>
[Collection(AloneGroup.Name)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_gets_the_engines_meters_and_a_trace_of_a_command_under_its_request()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using WebApplication collector = await CollectAsync(received);
        await using (BookingWorld world = await BookingWorld.CreateAsync(
            ("Catalog:Otlp", collector.Urls.First()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("Catalog:Observability:TraceShare", "1")))
        {
            await world.HoldAsync(await world.UserAsync(), "B1");
            await world.Host.Service<IHost>().StopAsync();
        }

        Assert.Contains("catalog.engine.commit.duration", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("catalog.engine.mailbox.depth", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("ReserveSeats", received["/v1/traces"], StringComparison.Ordinal);
        Assert.Contains("catalog.partition", received["/v1/traces"], StringComparison.Ordinal);
    }

    private static async Task<WebApplication> CollectAsync(ConcurrentDictionary<string, string> received)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        WebApplication app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            string text = Encoding.Latin1.GetString(body.ToArray());
            received.AddOrUpdate(context.Request.Path, text, (_, before) => before + text);
        });
        await app.StartAsync();
        return app;
    }
}
