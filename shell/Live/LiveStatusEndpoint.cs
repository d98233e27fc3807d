using System.Diagnostics.Metrics;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.Shell.Live.Contracts;
using Catalog.WsGateway;

namespace Catalog.Shell.Live;

/// <summary>What the gateway measures, for an operator. Thread-safe.</summary>
public sealed class LiveStatusEndpoint(Gateway gateway, Bearer bearer)
{
    private const string MeterName = "Catalog.WsGateway";

    /// <summary>Maps <c>GET /api/admin/live</c>.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/live", bearer.RequireAdmin(HandleAsync))
            .Describe("Live", "How the WebSocket gateway is doing")
            .NeedsToken(AccountRole.Admin).Gives<LiveStatusAnswer>().Fails(401, 403);

    private Task HandleAsync(HttpContext context, Caller caller)
    {
        context.Response.Headers.CacheControl = "no-store";
        var answer = new LiveStatusAnswer(gateway.ConnectionCount, gateway.TopicCount, ReadCounters());
        return JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, LiveJson.Default.LiveStatusAnswer);
    }

    private static SortedDictionary<string, long> ReadCounters()
    {
        var counters = new SortedDictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, all) =>
        {
            if (instrument.Meter.Name == MeterName) all.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
            counters[instrument.Name] = counters.GetValueOrDefault(instrument.Name) + value);
        listener.Start();
        listener.RecordObservableInstruments();
        return counters;
    }
}
