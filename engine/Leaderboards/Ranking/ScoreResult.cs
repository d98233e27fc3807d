namespace Catalog.Engine.Leaderboards;

/// <summary>What became of a new score.</summary>
public enum ScoreResult : byte
{
    /// <summary>The score is what it was: so is the place, also among ties.</summary>
    Unchanged,

    /// <summary>The member is new in the ranking.</summary>
    Added,

    /// <summary>The score has changed.</summary>
    Changed,

    /// <summary>The ranking is full; nothing has happened.</summary>
    Full,

    /// <summary>The sum does not fit 64 bits; nothing has happened.</summary>
    Overflow,
}
