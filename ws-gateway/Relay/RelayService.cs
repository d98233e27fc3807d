using Microsoft.Extensions.Hosting;

namespace Catalog.WsGateway.Relay;

/// <summary>Starts the relay before clients come; it stops with the program's services.</summary>
internal sealed class RelayService(Relay relay, Gateway gateway) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        relay.Map(gateway);
        relay.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
