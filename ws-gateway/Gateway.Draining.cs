using Catalog.WsGateway.Loops;

namespace Catalog.WsGateway;

public sealed partial class Gateway
{
    private const int DrainParts = 10;

    private volatile bool _isDraining;

    /// <summary>
    /// Sends all clients away, spread over a time, and takes no new ones. Each is told with 1012 to "reconnect in n
    /// ms",
    /// n being its own, at random within twice that time.
    /// </summary>
    /// <param name="within">The time.</param>
    /// <param name="cancel">Ends what is left at once.</param>
    public async Task DrainAsync(TimeSpan within, CancellationToken cancel = default)
    {
        _isDraining = true;
        try
        {
            int hintMs = (int)(2 * within.TotalMilliseconds);
            for (int parts = DrainParts; parts > 0 && ConnectionCount > 0; parts--)
            {
                var order = new DrainOrder(CloseCode.ServiceRestart, parts, Math.Max(hintMs, 1));
                foreach (GatewayLoop loop in _loops) loop.Post(EntryKind.Drain, null, null, order);
                await Task.Delay(within / DrainParts, _clock, cancel);
            }

            TimeSpan waited = default;
            for (; waited < Options.CloseTimeout && ConnectionCount > 0; waited += GatewayLimits.Tick)
                await Task.Delay(GatewayLimits.Tick, _clock, cancel);
        }
        catch (OperationCanceledException)
        {
            // What is left is cut off below.
        }

        foreach (GatewayLoop loop in _loops) loop.Post(EntryKind.Abort, null, null, null);
    }

    /// <summary>Cuts all connections off.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDraining = true;
        await _timer.DisposeAsync();
        _metrics.Dispose();
        _presence.SayBye();
        foreach (GatewayLoop loop in _loops) loop.Post(EntryKind.Abort, null, null, null);
    }
}
