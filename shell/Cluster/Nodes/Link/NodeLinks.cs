using System.Collections.Concurrent;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>The ways to other nodes, made when they are first needed. Thread-safe.</summary>
/// <param name="key">The cluster's key.</param>
/// <param name="options">Bounds and patience.</param>
/// <param name="log">Told of links that come and go.</param>
internal sealed class NodeLinks(byte[] key, NodeLinkOptions options, ILogger<NodeLinks> log) : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<NodeAddress, NodeLink> _links = [];
    private bool _isStopped;

    /// <summary>The way to a node; null when there are too many already, or none any more. O(1).</summary>
    internal NodeLink? Of(NodeAddress address) =>
        _links.TryGetValue(address, out NodeLink? link) ? link : OfSlow(address);

    /// <summary>How the links are.</summary>
    internal LinkStatus[] ReadStatus() => [.. _links.Values.Select(static link => link.Status)];

    /// <summary>Ends the links to all other nodes: they are gone.</summary>
    internal async Task KeepAsync(IReadOnlySet<NodeAddress> nodes)
    {
        foreach (NodeAddress address in _links.Keys)
            if (!nodes.Contains(address) && _links.TryRemove(address, out NodeLink? gone)) await gone.DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_lock) _isStopped = true;
        await KeepAsync(new HashSet<NodeAddress>());
    }

    private NodeLink? OfSlow(NodeAddress address)
    {
        lock (_lock)
        {
            if (_links.TryGetValue(address, out NodeLink? link)) return link;
            if (_isStopped || _links.Count >= options.MaxPeers) return null;
            return _links[address] = new NodeLink(address, key, options, log);
        }
    }
}
