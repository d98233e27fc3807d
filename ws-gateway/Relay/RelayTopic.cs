using Catalog.WsGateway.Topics;

namespace Catalog.WsGateway.Relay;

/// <summary>A topic the relay listens to, for all who listen to it here. Guarded by the one who keeps it.</summary>
internal sealed class RelayTopic(Topic topic)
{
    private TaskCompletionSource _attached = New();

    internal Topic Topic { get; } = topic;

    /// <summary>Ends when the gateway behind has answered the relay's subscription.</summary>
    internal Task Attached => _attached.Task;

    internal bool IsAttached { get; private set; }

    /// <summary>Whether the gateway behind has told its epoch and offset before.</summary>
    internal bool IsKnown { get; private set; }

    /// <summary>Clients that are about to subscribe.</summary>
    internal int WaitingCount { get; set; }

    /// <summary>When the last client was seen, in ticks.</summary>
    internal int UsedAt { get; set; }

    /// <summary>What somebody who has nothing is told, as long as the ring goes on behind it.</summary>
    internal RelayReplay? Beginning { get; set; }

    /// <summary>One client at a time asks for the beginning; the others wait for what it gets.</summary>
    internal SemaphoreSlim Fetching { get; } = new(1, 1);

    /// <summary>The gateway behind has answered: it goes on behind the last message, or it begins anew.</summary>
    internal void Attach(UpstreamSubscribed said)
    {
        bool goesOn = said.Recovery == "complete" && said.Epoch == Topic.Epoch;
        if (!goesOn) Restart(said);
        (IsAttached, IsKnown) = (true, true);
        _attached.TrySetResult();
    }

    /// <summary>Messages were left out: who listens is told so, and takes a snapshot.</summary>
    internal void Restart(UpstreamSubscribed said)
    {
        Beginning = null;
        Topic.Restart(said.Epoch, said.Offset);
    }

    /// <summary>The connection is gone.</summary>
    internal void Detach()
    {
        IsAttached = false;
        if (_attached.Task.IsCompleted) _attached = New();
    }

    /// <summary>The gateway behind does not give it to the relay.</summary>
    internal void Refuse(GatewayException why)
    {
        Detach();
        _attached.TrySetException(why);
        _ = _attached.Task.Exception; // nobody may be waiting
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
