namespace Catalog.Shell.Cluster.Nodes;

/// <summary>
/// What a node does next so that every shard is somewhere and the nodes have about the same number, without moving more
/// than that takes: whoever has more than its share gives the excess back, whoever has less takes what is free.
/// </summary>
/// <param name="Release">Shards to give back.</param>
/// <param name="Acquire">Shards to try to take: others may try as well, the lock decides.</param>
internal sealed record ShardPlan(IReadOnlyList<int> Release, IReadOnlyList<int> Acquire)
{
    /// <summary>
    /// Makes the plan of one node. Every node that sees the same makes one that fits: the shares add up to all shards.
    /// O(shards + nodes).
    /// </summary>
    /// <param name="picture">The cluster.</param>
    /// <param name="self">This node's number.</param>
    /// <param name="held">The shards it has.</param>
    /// <param name="leaseMs">How long a node may be silent.</param>
    public static ShardPlan Make(ClusterPicture picture, int self, IReadOnlyCollection<int> held, int leaseMs)
    {
        int share = ShareOf(picture, self, leaseMs);
        int excess = held.Count - share;
        if (excess > 0) return new ShardPlan([.. held.OrderDescending().Take(excess)], []);
        IEnumerable<int> free = Enumerable.Range(0, picture.Holders.Count)
            .Where(shard => picture.Holders[shard] == 0 && !held.Contains(shard));

        // Each node begins elsewhere, so that those that start together do not all try the same one first.
        int[] ordered = [.. free];
        int turn = ordered.Length == 0 ? 0 : Math.Abs(self * ordered.Length / 3) % ordered.Length;
        return new ShardPlan([], [.. ordered[turn..].Concat(ordered[..turn]).Take(-excess)]);
    }

    /// <summary>How many shards are a node's; 0 for one that takes no part.</summary>
    private static int ShareOf(ClusterPicture picture, int self, int leaseMs)
    {
        int[] active = [.. picture.Active(leaseMs).Select(static node => node.Number).Order()];
        int place = Array.IndexOf(active, self);
        if (place < 0) return 0;
        int shards = picture.Holders.Count;
        return (shards / active.Length) + (place < shards % active.Length ? 1 : 0);
    }
}
