namespace Catalog.WsGateway.Backplane;

/// <summary>
/// Joins the gateways of several processes: what is published on one reaches the clients of all. Each node numbers
/// messages by itself, in an epoch of its own, so a client that comes back to another node is told of a gap; durable
/// topics are not sent, since each node has their history. Must be thread-safe.
/// </summary>
public interface IGatewayBackplane
{
    /// <summary>Begins; called once.</summary>
    /// <param name="deliver">Takes what the other nodes say, in each node's order. Quick.</param>
    void Start(Action<BackplaneMessage> deliver);

    /// <summary>Tells the other nodes, sooner or later. Quick; it may lose a message rather than wait.</summary>
    void Send(BackplaneMessage message);
}
