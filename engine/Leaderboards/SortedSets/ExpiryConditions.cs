namespace Catalog.Engine.Leaderboards.SortedSets;

/// <summary>When EXPIRE changes the end of a key.</summary>
[Flags]
internal enum ExpiryConditions
{
    /// <summary>Always.</summary>
    None = 0,

    /// <summary>NX: if it has no end.</summary>
    Without = 1,

    /// <summary>XX: if it has one.</summary>
    With = 2,

    /// <summary>GT: if it ends later then; no end is the latest.</summary>
    Later = 4,

    /// <summary>LT: if it ends sooner then.</summary>
    Sooner = 8,
}
