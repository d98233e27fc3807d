using Microsoft.Extensions.Hosting;

namespace Catalog.WsGateway.Hosting;

/// <summary>Sends the clients away when the program stops.</summary>
internal sealed class GatewayStop(Gateway gateway) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        gateway.DrainAsync(gateway.Options.DrainTime, cancellationToken);
}
