namespace Catalog.WsGateway.Backplane;

/// <summary>Joins gateways of one process, each by a node of its own. Thread-safe.</summary>
public sealed class InProcessBackplane
{
    private readonly Lock _gate = new();
    private volatile Node[] _nodes = [];

    /// <summary>A node for one more gateway.</summary>
    public IGatewayBackplane NewNode() => new Node(this);

    private void Add(Node node)
    {
        lock (_gate) _nodes = [.. _nodes, node];
    }

    private void Send(Node from, BackplaneMessage message)
    {
        foreach (Node node in _nodes)
            if (node != from) node.Deliver(message);
    }

    private sealed class Node(InProcessBackplane bus) : IGatewayBackplane
    {
        private Action<BackplaneMessage>? _deliver;

        public void Start(Action<BackplaneMessage> deliver)
        {
            _deliver = deliver;
            bus.Add(this);
        }

        public void Send(BackplaneMessage message) => bus.Send(this, message);

        internal void Deliver(BackplaneMessage message) => _deliver!(message);
    }
}
