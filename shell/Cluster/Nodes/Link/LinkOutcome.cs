namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>What became of sending a command.</summary>
internal enum LinkOutcome : byte
{
    /// <summary>It was answered.</summary>
    Answered = 0,

    /// <summary>It surely never left: there is no link, or it broke before.</summary>
    NotSent,

    /// <summary>It may have been decided: the link broke, or there was no answer in time.</summary>
    Lost,

    /// <summary>Too many are on their way already; it was not sent.</summary>
    Full,

    /// <summary>It is larger than what may be sent.</summary>
    TooLarge,
}
