using System.CommandLine;

namespace Catalog.Bench.Shared.Commands;

/// <summary>Options several commands share.</summary>
internal sealed class CommonOptions
{
    private readonly Option<int> _runs = new("--runs")
    {
        Description = "How often every figure is measured; the median is reported.",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<double> _seconds = new("--seconds")
    {
        Description = "How long one measurement lasts; 0 for steady load without end.",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<double> _rate = new("--rate")
    {
        Description = "For steady load: how many a minute.",
        DefaultValueFactory = _ => 100,
    };

    private readonly Option<string?> _layer = new("--layer")
    {
        Description = "Only this layer: in-process, durable, cluster, http, ws, resp or remote.",
    };

    private readonly Option<Uri?> _server = new("--server", "--url")
    {
        Description = "Drive this running server instead of starting a private one.",
        CustomParser = static result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? server)) return server;
            result.AddError("--server is an address such as http://localhost:8080.");
            return null;
        },
    };

    private readonly Option<FileInfo?> _json = new("--json") { Description = "Also write the rows to this file." };

    /// <summary>Adds the options to a command.</summary>
    public CommonOptions AddTo(Command command)
    {
        command.Options.Add(_runs);
        command.Options.Add(_seconds);
        command.Options.Add(_rate);
        command.Options.Add(_layer);
        command.Options.Add(_server);
        command.Options.Add(_json);
        return this;
    }

    /// <summary>The file for the rows, if any.</summary>
    public FileInfo? JsonOf(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>The run that was asked for.</summary>
    public BenchRun RunOf(ParseResult parsed, CancellationToken cancel, double scale = 1) => new()
    {
        Scale = scale,
        Runs = Math.Max(1, parsed.GetValue(_runs)),
        Duration = DurationOf(parsed),
        PerMinute = Math.Clamp(parsed.GetValue(_rate), 1, 1_000_000),
        Layer = parsed.GetValue(_layer),
        Server = parsed.GetValue(_server),
        Cancel = cancel,
    };

    private TimeSpan DurationOf(ParseResult parsed)
    {
        double seconds = parsed.GetValue(_seconds);
        return seconds == 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Clamp(seconds, 0.1, 86_400));
    }
}
