namespace Catalog.Engine.Tests.Cluster.S3;

/// <summary>What the front does with a request.</summary>
internal enum S3Trouble
{
    /// <summary>It passes.</summary>
    None,

    /// <summary>Answers 503 with this code.</summary>
    SlowDown,

    /// <summary>Answers 403 with this code.</summary>
    AccessDenied,

    /// <summary>Answers 403 with this code.</summary>
    SignatureDoesNotMatch,

    /// <summary>Does not answer.</summary>
    Hang,

    /// <summary>Has it done, and cuts the connection instead of answering.</summary>
    Lose,

    /// <summary>Has it done, and cuts the connection in the middle of the answer.</summary>
    Cut,

    /// <summary>Flips a bit of the answer.</summary>
    Spoil,
}
