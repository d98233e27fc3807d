namespace Catalog.WsGateway.Backplane;

/// <summary>
/// Joins the gateways of several processes: what is published on one reaches the clients of all. Each node numbers
/// messages by itself, in an epoch of its own, so a client that comes back to another node is told of a gap; topics
/// that every node feeds by itself are not sent. Must be thread-safe.
/// <code>
/// Send ─► for listeners of a topic ─► nodes between ListenAsync and Unlisten of it ─┐
///    └──► for all ──────────────────► every node                                    ├─► Take, never at the sender
///                                                                                   ┘
/// </code>
/// </summary>
/// <remarks>
/// It may lose messages: gateways notice, by numbers and by <see cref="IBackplaneReceiver.Resume"/>. It must not turn
/// the order of one node's messages round, within a topic or among those for all.
/// </remarks>
public interface IGatewayBackplane
{
    /// <summary>Whether the other nodes can be reached, as far as is known.</summary>
    bool IsUp { get; }

    /// <summary>Begins; called once, before everything else.</summary>
    /// <param name="node">This node's name, which is in all its messages.</param>
    /// <param name="receiver">Takes what the other nodes say.</param>
    void Start(string node, IBackplaneReceiver receiver);

    /// <summary>
    /// Wants what others say of a topic, until as many times <see cref="Unlisten"/> is called. Completes when it is
    /// heard, or when that cannot be had just now: it is then heard as soon as it can. Never fails.
    /// </summary>
    Task ListenAsync(string topic);

    /// <summary>Undoes one <see cref="ListenAsync"/>.</summary>
    void Unlisten(string topic);

    /// <summary>
    /// Tells the other nodes, sooner or later; it may lose a message rather than wait. Called under locks: quick, and
    /// must not hand anything to a receiver before it returns.
    /// </summary>
    void Send(BackplaneMessage message);
}
