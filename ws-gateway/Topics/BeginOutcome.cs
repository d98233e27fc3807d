namespace Catalog.WsGateway.Topics;

/// <summary>What came of beginning a subscription.</summary>
internal enum BeginOutcome
{
    Begun,

    /// <summary>The history has to be read first.</summary>
    MustRead,

    /// <summary>Another gateway has to be asked what the client is to be told.</summary>
    MustAsk,

    /// <summary>The topic is no more; there may be a new one of its name.</summary>
    Retired,
}
