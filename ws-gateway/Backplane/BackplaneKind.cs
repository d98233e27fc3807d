namespace Catalog.WsGateway.Backplane;

/// <summary>What a node tells the others. Sent by number; never renumbered.</summary>
public enum BackplaneKind
{
    /// <summary>A message was published. For nodes that listen to the topic.</summary>
    Message = 0,

    /// <summary>A user types in a topic, still or anew. For nodes that listen to the topic.</summary>
    Typing = 1,

    /// <summary>A user types no longer. For nodes that listen to the topic.</summary>
    TypingEnded = 2,

    /// <summary>A user came to a topic of the node.</summary>
    Entered = 3,

    /// <summary>A user left the node's topic.</summary>
    Left = 4,

    /// <summary>A part of all users that are in the node's topics.</summary>
    Members = 5,

    /// <summary>The node is there; how often users came to it or left it.</summary>
    Beat = 6,

    /// <summary>A node is asked who is in its topics.</summary>
    Ask = 7,

    /// <summary>The node stops.</summary>
    Bye = 8,
}
