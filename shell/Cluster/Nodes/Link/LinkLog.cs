namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>What links tell an operator.</summary>
internal static partial class LinkLog
{
    [LoggerMessage(300, LogLevel.Information, "Other nodes are listened for at {Address}")]
    internal static partial void Listening(ILogger log, NodeAddress address);

    [LoggerMessage(301, LogLevel.Information, "The link to {Address} is up")]
    internal static partial void Up(ILogger log, NodeAddress address);

    [LoggerMessage(302, LogLevel.Warning, "The link to {Address} is down: {Reason}")]
    internal static partial void Down(ILogger log, NodeAddress address, string reason);

    [LoggerMessage(303, LogLevel.Warning, "A link from {Remote} was refused or has ended: {Reason}")]
    internal static partial void Ended(ILogger log, string remote, string reason);

    [LoggerMessage(304, LogLevel.Warning, "No link from elsewhere could be taken")]
    internal static partial void NotAccepting(ILogger log, Exception exception);

    [LoggerMessage(305, LogLevel.Error, "What became of {Command} from another node could not be answered")]
    internal static partial void NotAnswered(ILogger log, Exception exception, string command);

    [LoggerMessage(306, LogLevel.Error, "Another node sent {Command} of system {SystemId}, which is not known here")]
    internal static partial void Unknown(ILogger log, byte systemId, string command);

    [LoggerMessage(307, LogLevel.Error, "{Command} from another node could not be read: {Reason}")]
    internal static partial void Unreadable(ILogger log, string command, string reason);

    [LoggerMessage(308, LogLevel.Error,
        "{Command} came for shard {Theirs}, here it is of shard {Ours}: the nodes count shards differently")]
    internal static partial void OtherShards(ILogger log, string command, int theirs, int ours);
}
