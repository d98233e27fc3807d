using Catalog.Shell.Hosting;
using Catalog.Shell.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Catalog.Shell.Observability;

/// <summary>
/// Sends meters and traces to a collector (OTLP) when one is configured: by <c>Catalog:Otlp</c>, or by OpenTelemetry's
/// own <c>OTEL_EXPORTER_OTLP_…</c> variables, which stand for everything else about it. Otherwise nothing listens, and
/// measuring costs next to nothing.
/// </summary>
internal sealed partial class Telemetry : IHostedService, IDisposable
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ProtocolVariable = "OTEL_EXPORTER_OTLP_PROTOCOL";
    private static readonly string[] Meters =
        ["Catalog.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private static readonly string[] Sources = ["Catalog.*", "Microsoft.AspNetCore"];
    private readonly Uri? _endpoint;
    private readonly bool _isHttp;
    private readonly double _traceShare;
    private readonly EngineHost _engine;
    private readonly EngineTimings _timings;
    private readonly ILogger<Telemetry> _log;
    private MeterProvider? _meters;
    private TracerProvider? _traces;
    private EngineMeters? _engineMeters;

    /// <summary>Reads what is configured; nothing is sent yet.</summary>
    public Telemetry(
        CatalogOptions options, ObservabilityOptions observability, IConfiguration configuration, EngineHost engine,
        EngineTimings timings, ILogger<Telemetry> log)
    {
        string? endpoint = options.Otlp ?? configuration[EndpointVariable];
        _endpoint = string.IsNullOrEmpty(endpoint) ? null : new Uri(endpoint);
        _isHttp = configuration[ProtocolVariable] is "http/protobuf" || _endpoint?.Port == 4318;
        _traceShare = observability.TraceShare;
        (_engine, _timings, _log) = (engine, timings, log);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_endpoint is null) return Task.CompletedTask;
        _timings.Meters = _engineMeters = new EngineMeters(_engine);
        ResourceBuilder resource = ResourceBuilder.CreateDefault().AddService("catalog");
        _meters = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter((exporter, _) => Point(exporter, "v1/metrics"))
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(_traceShare)))
            .AddOtlpExporter(exporter => Point(exporter, "v1/traces"))
            .Build();
        Sending(_log, _endpoint);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.ForceFlush();
        _meters?.ForceFlush();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _meters?.Dispose();
        _timings.Meters = null;
        _engineMeters?.Dispose();
    }

    private void Point(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = _isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;

        // An endpoint that is set by code is taken as it is, so the signal's path belongs to it.
        string root = _endpoint!.ToString().TrimEnd('/');
        exporter.Endpoint = _isHttp ? new Uri($"{root}/{path}") : _endpoint;
    }

    [LoggerMessage(40, LogLevel.Information, "Sending meters and traces to {Endpoint}")]
    private static partial void Sending(ILogger logger, Uri endpoint);
}
