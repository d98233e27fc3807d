namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>Whether a frame will be sent.</summary>
internal enum OutboxResult
{
    /// <summary>It will, unless the link breaks first.</summary>
    Added = 0,

    /// <summary>Too much waits to be sent already.</summary>
    Full,

    /// <summary>The frame is larger than any may be.</summary>
    TooLarge,

    /// <summary>The link is broken.</summary>
    Closed,
}
