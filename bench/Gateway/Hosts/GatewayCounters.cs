using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>Reads what the gateway's meter tells just now.</summary>
internal static class GatewayCounters
{
    private const string MeterName = "Catalog.WsGateway";

    /// <summary>All of it, as JSON.</summary>
    public static string Read()
    {
        var values = new SortedDictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == MeterName) listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => values[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return JsonSerializer.Serialize(values);
    }
}
