using System.IO.Pipelines;
using Catalog.WsGateway.Handshake;
using Catalog.WsGateway.Loops;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Catalog.WsGateway.Hosting;

/// <summary>Brings the gateway into an ASP.NET program.</summary>
public static class GatewayEndpoints
{
    /// <summary>Registers the gateway. Its options are checked at start.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">Sets options.</param>
    public static IServiceCollection AddCatalogGateway(
        this IServiceCollection services, Action<GatewayOptions>? configure = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<GatewayOptions>, GatewayOptionsValidator>();
        OptionsBuilder<GatewayOptions> options = services.AddOptions<GatewayOptions>().ValidateOnStart();
        if (configure is not null) options.Configure(configure);
        services.AddSingleton(static s => s.GetRequiredService<IOptions<GatewayOptions>>().Value);
        services.AddSingleton<Gateway>();
        services.AddHostedService<GatewayStop>();
        return services;
    }

    /// <summary>
    /// Serves WebSockets at a path, through ASP.NET's upgrade. A connection that came this way keeps Kestrel's request
    /// objects; where memory counts, listen with
    /// <see cref="GatewayListening.UseCatalogGateway(Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions, string)"/>
    /// too, and this serves what is left: HTTP servers other than Kestrel, and tests.
    /// </summary>
    /// <param name="routes">The program's routes.</param>
    /// <param name="path">The path.</param>
    /// <param name="configure">Adds handlers and topics.</param>
    public static IEndpointConventionBuilder MapCatalogGateway(
        this IEndpointRouteBuilder routes, string path, Action<Gateway>? configure = null)
    {
        Gateway gateway = routes.ServiceProvider.GetRequiredService<Gateway>();
        configure?.Invoke(gateway);
        return routes.Map(path, context => HandleAsync(gateway, context));
    }

    private static async Task HandleAsync(Gateway gateway, HttpContext context)
    {
        var request = UpgradeRequest.From(context.Request);
        (HandshakeVerdict verdict, Auth.GatewayIdentity? identity) =
            await gateway.JudgeAsync(request);
        IHttpUpgradeFeature? upgrade = context.Features.Get<IHttpUpgradeFeature>();
        if (verdict.IsAccepted && upgrade is not { IsUpgradableRequest: true })
            verdict = new HandshakeVerdict(426, "This server cannot upgrade the request.");
        foreach ((string name, string value) in HandshakeAnswer.HeadersOf(verdict))
            context.Response.Headers[name] = value;
        if (!verdict.IsAccepted)
        {
            context.Response.StatusCode = verdict.Status;
            context.Response.ContentType = "application/problem+json";
            await context.Response.WriteAsync(HandshakeAnswer.ProblemOf(verdict));
            return;
        }

        // An idle connection must not be cut for being slow.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = null;
        if (context.Features.Get<IConnectionSocketFeature>() is { } socket) UnsentLimit.Apply(socket.Socket);
        Stream stream = await upgrade!.UpgradeAsync();
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        gateway.Begin(
            new HandshakeAgreement(verdict.Variant, identity),
            PipeReader.Create(stream, new StreamPipeReaderOptions(useZeroByteReads: true, leaveOpen: true)),
            one => new PipeOutbound(
                PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true)), one, context.Abort),
            answer: default, done);
        await done.Task;
    }
}
