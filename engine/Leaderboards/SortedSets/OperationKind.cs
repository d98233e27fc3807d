namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>
/// What <see cref="KeyspaceChanged"/> is made of. Strings are a length and bytes, counts and ranks
/// <see cref="Varint"/>s, scores and times 8 bytes, the lowest first. Written to the journal; never renumbered.
/// </summary>
internal enum OperationKind : byte
{
    /// <summary>The key the next operations are about: key.</summary>
    Key = 1,

    /// <summary>A member has a score, and the key is there: score, member.</summary>
    Put = 2,

    /// <summary>A member is gone, and with the last one the key: member.</summary>
    Remove = 3,

    /// <summary>The members of a range of ranks are gone, and with the last one the key: first, count.</summary>
    RemoveRanks = 4,

    /// <summary>The key is gone.</summary>
    Drop = 5,

    /// <summary>The key ends at a time: time; or never: 0.</summary>
    Expire = 6,

    /// <summary>
    /// The key holds what others combined come to, or is gone when that is nothing: <see cref="CombineKind"/>,
    /// <see cref="AggregateKind"/>, count, keys, a weight each.
    /// </summary>
    Combine = 7,

    /// <summary>
    /// The key holds a range of ranks of another, or is gone when that is nothing: key, first, count.
    /// </summary>
    CopyRanks = 8,

    /// <summary>All keys are gone.</summary>
    Clear = 9,

    /// <summary>Every key that ends at a time or before is gone: time.</summary>
    Sweep = 10,
}
