namespace Catalog.WsGateway.Backplane;

/// <summary>Takes what other nodes say. Thread-safe, quick.</summary>
public interface IBackplaneReceiver
{
    /// <summary>Another node says something. Must be called in each node's order, one call at a time.</summary>
    void Take(BackplaneMessage message);

    /// <summary>The other nodes can be reached again: what they said meanwhile is lost.</summary>
    void Resume();
}
