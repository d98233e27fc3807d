namespace Catalog.WsGateway.Compression;

/// <summary>What came of inflating a message.</summary>
internal enum InflateOutcome
{
    Done,

    /// <summary>It would be larger than allowed; it was not inflated further.</summary>
    TooBig,

    /// <summary>It is not DEFLATE data, or breaks off.</summary>
    Invalid,
}
