namespace Catalog.Engine.Leaderboards;

/// <summary>When <see cref="NamedRankedSet.Add"/> does something, and what: the flags of Redis' ZADD.</summary>
[Flags]
public enum NamedConditions : byte
{
    /// <summary>Adds or replaces.</summary>
    None = 0,

    /// <summary>NX: only who is not in.</summary>
    OnlyNew = 1,

    /// <summary>XX: only who is in.</summary>
    OnlyExisting = 2,

    /// <summary>GT: who is in only gets a greater score. Does not keep new ones out.</summary>
    OnlyGreater = 4,

    /// <summary>LT: who is in only gets a lower score. Does not keep new ones out.</summary>
    OnlyLess = 8,

    /// <summary>INCR: the score is added to the one there is.</summary>
    Increment = 16,
}
