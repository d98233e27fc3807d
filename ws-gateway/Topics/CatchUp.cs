namespace Catalog.WsGateway.Topics;

/// <summary>
/// Reads what a client missed of a durable topic, until what is left lies in the topic's ring; there it joins the live
/// messages. The ring is the buffer for what is published meanwhile, one for all who catch up.
/// </summary>
internal sealed class CatchUp(Gateway gateway, Topic topic, Subscription subscription, byte[] id)
{
    private const int MaxReads = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    internal async Task RunAsync(long lastOffset)
    {
        bool hasJoined = false;
        try
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            hasJoined = await TryRunAsync(lastOffset);
        }
        catch (Exception e)
        {
            gateway.LogHandlerFailed(e);
        }

        if (!hasJoined) topic.Join(subscription, id, Recovery.Gap, 0, null);
    }

    private async ValueTask<bool> TryRunAsync(long lastOffset)
    {
        var page = new HistoryPage(topic, gateway.EventNames, lastOffset, gateway.Options.MaxReplayBytes);
        using var patience = new CancellationTokenSource(gateway.Options.HandshakeTimeout);
        for (int i = 0; i < MaxReads; i++)
        {
            if (topic.TryJoin(subscription, id, page)) return true;
            int before = page.Count;
            bool isThere = await topic.Options.History!.ReadAsync(topic.Name, page, patience.Token);
            if (!isThere || page.IsFull) return false;

            // Published and not in the history yet: it comes.
            if (page.Count == before) await Task.Delay(Pause, patience.Token);
        }

        return false;
    }
}
