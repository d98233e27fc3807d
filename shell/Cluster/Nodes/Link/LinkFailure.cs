using System.Net.Sockets;

namespace Catalog.Shell.Cluster.Nodes.Link;

/// <summary>Why a link broke, in words for an operator.</summary>
internal static class LinkFailure
{
    /// <summary>Describes it.</summary>
    internal static string Describe(Exception exception) => exception switch
    {
        OperationCanceledException => "There was no answer in time.",
        EndOfStreamException => "The other end hung up before it had proved itself.",
        IOException { InnerException: SocketException inner } => inner.Message,
        ObjectDisposedException => "It was closed here.",
        _ => exception.Message,
    };
}
