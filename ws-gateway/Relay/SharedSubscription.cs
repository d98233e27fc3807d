using System.Net.WebSockets;
using Catalog.WsGateway.Handlers;
using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Relay;

/// <summary>
/// Has a client listen to a shared topic: from the relay's ring, or with what the gateway behind says.
/// </summary>
internal sealed class SharedSubscription(RelayTopics topics, TopicFetcher fetcher, RelayOptions options)
{
    private const int MaxFetches = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Begins it; the client is answered, or told why not.</summary>
    internal async ValueTask BeginAsync(Gateway gateway, GatewayConnection client, TopicWish wish, byte[] id)
    {
        if (topics.Enter(wish.Topic) is not { } topic)
        {
            SubscribeHandler.Refuse(client, SubscribeResult.TooManyTopics, id);
            return;
        }

        using var patience = new CancellationTokenSource(options.AnswerTimeout);
        try
        {
            await topic.Attached.WaitAsync(patience.Token);
            ResumeFrom? from = wish.Offset is { } offset ? new ResumeFrom(offset, wish.Epoch ?? "") : null;
            SubscribeHandler.Refuse(client, await JoinAsync(client, topic, from, id, patience.Token), id);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            client.SendError(id, "unavailable", "The server behind cannot be reached; try again later.");
        }
        catch (Exception e)
        {
            gateway.Refuse(client, id, e);
        }
        finally
        {
            topics.Leave(topic);
        }
    }

    private async ValueTask<SubscribeResult> JoinAsync(
        GatewayConnection client, RelayTopic topic, ResumeFrom? from, byte[] id, CancellationToken cancel)
    {
        string name = topic.Topic.Name;
        if (from is not null)
        {
            SubscribeResult result = client.Subscribe(name, id, from);
            if (result != SubscribeResult.Busy) return result;
        }

        for (int i = 0; i < MaxFetches; i++)
        {
            RelayReplay replay = await ReplayAsync(topic, from, cancel);
            SubscribeResult result = client.Subscribe(name, id, from, null, replay);
            for (; result == SubscribeResult.Busy && IsAhead(topic, replay); cancel.ThrowIfCancellationRequested())
            {
                await Task.Delay(Pause, cancel); // the trunk brings what the replay has already
                result = client.Subscribe(name, id, from, null, replay);
            }

            if (result != SubscribeResult.Busy) return result;
            if (topic.Beginning == replay) topic.Beginning = null;
        }

        return SubscribeResult.Busy;
    }

    private static bool IsAhead(RelayTopic topic, RelayReplay replay) =>
        replay.Epoch != topic.Topic.Epoch || replay.LastOffset > topic.Topic.LastOffset;

    /// <summary>
    /// What the client is told: of what it missed the gateway behind knows more than the ring; a beginning is the same
    /// for all.
    /// </summary>
    private async ValueTask<RelayReplay> ReplayAsync(RelayTopic topic, ResumeFrom? from, CancellationToken cancel)
    {
        if (from is { } known && known.Epoch == topic.Topic.Epoch)
            return await fetcher.FetchAsync(topic.Topic.Name, from, cancel);
        await topic.Fetching.WaitAsync(cancel);
        try
        {
            RelayReplay? kept = topic.Beginning;
            bool isGood = kept is not null && topic.Topic.GoesOnBehind(kept.Epoch, kept.LastOffset);
            if (!isGood) topic.Beginning = kept = await fetcher.FetchAsync(topic.Topic.Name, null, cancel);
            return from is null ? kept! : kept! with { Recovery = Recovery.Gap };
        }
        finally
        {
            topic.Fetching.Release();
        }
    }
}
