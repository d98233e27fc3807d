using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>
/// <c>gateway-host &lt;kind&gt; --urls …</c>: one of the .NET servers that are measured, in a process of its own.
/// Everything after the kind is the server's configuration.
/// </summary>
internal static class HostCommand
{
    public const string Name = "gateway-host";

    public static Command Create()
    {
        var command = new Command(Name, "Runs one of the servers that are measured; started by the measurements.")
        {
            Hidden = true,
            TreatUnmatchedTokensAsErrors = false,
        };
        var kind = new Argument<string>("kind");
        command.Arguments.Add(kind);
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(kind)!, [.. parsed.UnmatchedTokens], cancel));
        return command;
    }

    private static async Task RunAsync(string kind, string[] settings, CancellationToken cancel)
    {
        await using WebApplication app = Build(kind, settings);
        await app.StartAsync(cancel);
        await app.WaitForShutdownAsync(cancel);
    }

    private static WebApplication Build(string kind, string[] settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(settings);
        builder.Logging.ClearProviders();
        WebApplication app = kind switch
        {
            "catalog" => CatalogHost.Build(builder),
            "naive" => NaiveHost.Build(builder),
            "signalr" => SignalRHost.Build(builder),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such server."),
        };
        HostAdmin.Map(app);
        return app;
    }
}
