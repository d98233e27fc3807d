namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>How nodes speak with each other: bounds and patience.</summary>
internal sealed record NodeLinkOptions
{
    /// <summary>Where to listen; port 0 for any free one.</summary>
    public NodeAddress Listen { get; init; } = new("127.0.0.1", 0);

    /// <summary>
    /// The largest command or answer on the wire: an import of the largest size there is, and some room.
    /// </summary>
    public int MaxFrameBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Bytes that may wait to be sent to one node; further commands are told it is busy.</summary>
    public int MaxOutboxBytes { get; init; } = 32 * 1024 * 1024;

    /// <summary>Commands that may be without an answer on one link; further ones are told it is busy.</summary>
    public int MaxInFlight { get; init; } = 4096;

    /// <summary>Links that may be open from elsewhere at once.</summary>
    public int MaxPeers { get; init; } = 128;

    /// <summary>Commands that may wait for their shard to arrive somewhere.</summary>
    public int MaxWaiting { get; init; } = 4096;

    /// <summary>How often a sign of life is sent, in milliseconds.</summary>
    public int BeatMs { get; init; } = 250;

    /// <summary>
    /// So many beats of one's own without a sign of the other's life, and it is taken for dead. Beats and not
    /// milliseconds: whoever was stopped itself has not waited.
    /// </summary>
    public int DeadBeats { get; init; } = 4;

    /// <summary>How long connecting and proving the key may take, in milliseconds.</summary>
    public int ConnectMs { get; init; } = 2000;

    /// <summary>How long the owner may take to answer, in milliseconds.</summary>
    public int AnswerMs { get; init; } = 10_000;

    /// <summary>How long a command is sent again while its shard moves, in milliseconds.</summary>
    public int RetryMs { get; init; } = 3000;

    /// <summary>How long an answer waits for this node to have read what it is about, in milliseconds.</summary>
    public int CatchUpMs { get; init; } = 2000;
}
