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
        Description = "How long one measurement lasts.",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<string?> _layer = new("--layer")
    {
        Description = "Only this layer: in-process, durable, http, ws, resp or remote.",
    };

    private readonly Option<Uri?> _server = new("--server")
    {
        Description = "Drive this running server instead of starting a private one.",
    };

    private readonly Option<FileInfo?> _json = new("--json") { Description = "Also write the rows to this file." };

    /// <summary>Adds the options to a command.</summary>
    public CommonOptions AddTo(Command command)
    {
        command.Options.Add(_runs);
        command.Options.Add(_seconds);
        command.Options.Add(_layer);
        command.Options.Add(_server);
        command.Options.Add(_json);
        return this;
    }

    /// <summary>The file for the rows, if any.</summary>
    public FileInfo? JsonOf(ParseResult parsed) => parsed.GetValue(_json);

    /// <summary>The run that was asked for.</summary>
    public BenchRun RunOf(ParseResult parsed, CancellationToken cancel) => new()
    {
        Runs = Math.Max(1, parsed.GetValue(_runs)),
        Duration = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(_seconds), 0.1, 3600)),
        Layer = parsed.GetValue(_layer),
        Server = parsed.GetValue(_server),
        Cancel = cancel,
    };
}
