namespace Catalog.Shell.Cluster.Nodes;

/// <summary>
/// The cluster at one moment, as the database sees it: who is there, and who holds the lock of which shard.
/// </summary>
/// <param name="Nodes">Every node that has a row, by number.</param>
/// <param name="Holders">The server's process that holds the lock of each shard; 0 where nobody does.</param>
internal sealed record ClusterPicture(IReadOnlyList<NodeInfo> Nodes, IReadOnlyList<int> Holders)
{
    /// <summary>The node that holds a shard; null where nobody does.</summary>
    public NodeInfo? HolderOf(int shard) => Holders[shard] == 0
        ? null
        : Nodes.FirstOrDefault(node => node.BackendPid == Holders[shard] && node.HasSession);

    /// <summary>Nodes that take part: their session lives, they are not silent and do not leave.</summary>
    public IEnumerable<NodeInfo> Active(int leaseMs) =>
        Nodes.Where(node => node.HasSession && node.SilentMs <= leaseMs && !node.IsLeaving);

    /// <summary>Nodes that hang: they have a session, and do not renew their row.</summary>
    public IEnumerable<NodeInfo> Hung(int leaseMs) => Nodes.Where(node => node.HasSession && node.SilentMs > leaseMs);
}
