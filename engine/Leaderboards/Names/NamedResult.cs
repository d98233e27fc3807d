namespace Catalog.Engine.Leaderboards;

/// <summary>What became of a score given to a name.</summary>
public enum NamedResult : byte
{
    /// <summary>The score is what it was.</summary>
    Unchanged,

    /// <summary>The name is new.</summary>
    Added,

    /// <summary>The score has changed.</summary>
    Changed,

    /// <summary>A condition did not hold; nothing has happened.</summary>
    Refused,

    /// <summary>The score is not a number, or the sum would not be one; nothing has happened.</summary>
    NotANumber,

    /// <summary>The set is full; nothing has happened.</summary>
    Full,

    /// <summary>The name is longer than names may be; nothing has happened.</summary>
    NameTooLong,
}
