namespace Catalog.WsGateway.Backplane;

/// <summary>What goes from node to node. Immutable.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Node">The node that says it: a name of its own in each life.</param>
public sealed record BackplaneMessage(BackplaneKind Kind, string Node)
{
    /// <summary>Whether it is for nodes that listen to its topic only; otherwise for all.</summary>
    public bool IsForListeners =>
        Kind is BackplaneKind.Message or BackplaneKind.Typing or BackplaneKind.TypingEnded;

    /// <summary>The topic; empty where there is none.</summary>
    public string Topic { get; init; } = "";

    /// <summary>The event's name, the user, or the node that is asked.</summary>
    public string Name { get; init; } = "";

    /// <summary>The event's data.</summary>
    public ReadOnlyMemory<byte> Json { get; init; }

    /// <summary>What the event is the latest of.</summary>
    public long Key { get; init; }

    /// <summary>
    /// Of a message: how many of its topic the node has told so far, this one included. Of presence: how often users
    /// came to the node or left it.
    /// </summary>
    public long Number { get; init; }

    /// <summary>Which part of the members it is, from 0.</summary>
    public int Part { get; init; }

    /// <summary>How many parts there are.</summary>
    public int PartCount { get; init; }

    /// <summary>Users in topics.</summary>
    public IReadOnlyList<PresentMember> Members { get; init; } = [];
}
