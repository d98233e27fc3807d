namespace Catalog.Engine.Leaderboards;

/// <summary>What a new score does to the one a member has. Who has none gets the new one, decremented from 0.</summary>
public enum ScoreOperator : byte
{
    /// <summary>It replaces it.</summary>
    Set,

    /// <summary>It replaces it if it is better.</summary>
    Best,

    /// <summary>It is added to it.</summary>
    Increment,

    /// <summary>It is subtracted from it.</summary>
    Decrement,
}
