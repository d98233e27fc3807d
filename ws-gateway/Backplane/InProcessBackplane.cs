using System.Collections.Concurrent;

namespace Catalog.WsGateway.Backplane;

/// <summary>
/// Joins gateways of one process, each by a node of its own. Messages arrive in one order at all of them. Thread-safe.
/// </summary>
public sealed class InProcessBackplane
{
    private readonly ConcurrentQueue<(Node From, BackplaneMessage Message)> _said = new();
    private readonly Lock _gate = new();
    private volatile Node[] _nodes = [];
    private int _waitingCount;

    /// <summary>A node for one more gateway.</summary>
    public IGatewayBackplane NewNode() => new Node(this);

    /// <summary>Hands on what was said, and what is said thereupon. Returns when nothing is left.</summary>
    internal void Settle()
    {
        lock (_gate)
            while (TryHandOn()) Interlocked.Decrement(ref _waitingCount);
    }

    private void Add(Node node)
    {
        lock (_gate) _nodes = [.. _nodes, node];
    }

    private void Say(Node from, BackplaneMessage message)
    {
        _said.Enqueue((from, message));

        // Whoever says something holds locks that those who hear it need.
        if (Interlocked.Increment(ref _waitingCount) == 1)
            ThreadPool.UnsafeQueueUserWorkItem(static bus => bus.Settle(), this, preferLocal: false);
    }

    private bool TryHandOn()
    {
        if (!_said.TryDequeue(out (Node From, BackplaneMessage Message) one)) return false;
        foreach (Node node in _nodes)
            if (node != one.From && one.From.IsUp) node.Hear(one.Message);
        return true;
    }

    /// <summary>A node, which may be cut off for a while.</summary>
    internal sealed class Node(InProcessBackplane bus) : IGatewayBackplane
    {
        private readonly ConcurrentDictionary<string, int> _topics = new();
        private IBackplaneReceiver? _receiver;
        private volatile bool _isCut;

        /// <inheritdoc/>
        public bool IsUp => !_isCut;

        /// <inheritdoc/>
        public void Start(string node, IBackplaneReceiver receiver)
        {
            _receiver = receiver;
            bus.Add(this);
        }

        /// <inheritdoc/>
        public Task ListenAsync(string topic)
        {
            _topics.AddOrUpdate(topic, 1, static (_, count) => count + 1);
            return Task.CompletedTask;
        }

        /// <inheritdoc/>
        public void Unlisten(string topic) => _topics.AddOrUpdate(topic, 0, static (_, count) => count - 1);

        /// <inheritdoc/>
        public void Send(BackplaneMessage message) => bus.Say(this, message);

        /// <summary>Cuts it off: what it says and what is said to it is lost.</summary>
        internal void Cut()
        {
            bus.Settle();
            _isCut = true;
        }

        /// <summary>Joins it again.</summary>
        internal void Mend()
        {
            bus.Settle();
            _isCut = false;
            _receiver!.Resume();
        }

        /// <summary>Whether it wants what is said of a topic.</summary>
        internal bool Hears(string topic) => _topics.GetValueOrDefault(topic) > 0;

        internal void Hear(BackplaneMessage message)
        {
            if (_isCut || (message.IsForListeners && !Hears(message.Topic))) return;
            _receiver!.Take(message);
        }
    }
}
