using Microsoft.Extensions.Hosting;

namespace Catalog.WsGateway.Hosting;

/// <summary>Sends the clients away when the program stops.</summary>
internal sealed class GatewayStop(Gateway gateway) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Before the server stops, which would wait for the connections that came through it.
    public Task StoppingAsync(CancellationToken cancellationToken) =>
        gateway.DrainAsync(gateway.Options.DrainTime, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
