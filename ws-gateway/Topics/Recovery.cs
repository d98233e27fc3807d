namespace Catalog.WsGateway.Topics;

/// <summary>What a subscriber that was here before gets of what it missed.</summary>
internal enum Recovery
{
    /// <summary>It was not here before.</summary>
    None,

    /// <summary>Everything, in order.</summary>
    Complete,

    /// <summary>Nothing: some of it is gone. It takes a snapshot and goes on from the offset it is told.</summary>
    Gap,
}
