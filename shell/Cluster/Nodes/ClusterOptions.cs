namespace Catalog.Shell.Cluster.Nodes;

/// <summary>
/// This server as one of several, section <c>Catalog:Cluster</c>. It counts where the journal is kept in PostgreSQL
/// (<c>Catalog:Postgres</c>).
/// </summary>
public sealed class ClusterOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Cluster";

    /// <summary>This node's name on the console and in logs; null for the machine's name and the link's port.</summary>
    public string? Name { get; set; }

    /// <summary>Where this node takes links of other nodes: <c>host:port</c>, port 0 for any free one.</summary>
    public string Listen { get; set; } = "127.0.0.1:0";

    /// <summary>
    /// Where other nodes reach it: <c>host</c> or <c>host:port</c>; null for <see cref="Listen"/>, which must then be
    /// an address others can use.
    /// </summary>
    public string? Advertise { get; set; }

    /// <summary>Where people reach this node, for the console; null when nobody needs to know.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// How many shards a new cluster has. Fixed from then on: an existing cluster keeps its number.
    /// </summary>
    public int Shards { get; set; } = 12;

    /// <summary>How often a node renews its row and looks at the others', in milliseconds.</summary>
    public int BeatMs { get; set; } = 200;

    /// <summary>
    /// A node that has not renewed its row for so long is taken for hung, in milliseconds: its session is ended and its
    /// shards go to others.
    /// </summary>
    public int LeaseMs { get; set; } = 2500;

    /// <summary>How long a start waits until somebody has every shard, in seconds.</summary>
    public int JoinSeconds { get; set; } = 60;
}
