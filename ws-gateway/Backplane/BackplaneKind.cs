namespace Catalog.WsGateway.Backplane;

/// <summary>What a node tells the others.</summary>
public enum BackplaneKind
{
    /// <summary>A message was published.</summary>
    Message,

    /// <summary>A user came to a topic of the node.</summary>
    Entered,

    /// <summary>A user left the node's topic.</summary>
    Left,
}
