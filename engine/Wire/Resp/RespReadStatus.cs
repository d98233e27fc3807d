namespace Catalog.Engine.Wire.Resp;

/// <summary>What a look at the bytes of a RESP connection came to.</summary>
public enum RespReadStatus
{
    /// <summary>A request is there as a whole.</summary>
    Complete = 0,

    /// <summary>It goes on behind the bytes that are there.</summary>
    Incomplete,

    /// <summary>There is nothing to answer: an empty line, or an array of no strings. Go on behind it.</summary>
    Empty,

    /// <summary>The bytes break the protocol; what follows cannot be told apart any more.</summary>
    Broken,
}
