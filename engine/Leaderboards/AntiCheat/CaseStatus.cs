namespace Catalog.Engine.Leaderboards;

/// <summary>What became of a case. The numbers are wire ids and never change.</summary>
public enum CaseStatus : byte
{
    /// <summary>It waits for review.</summary>
    Open = 0,

    /// <summary>The player was right: the held scores count.</summary>
    Cleared = 1,

    /// <summary>The suspicion was right: the held scores do not count.</summary>
    Upheld = 2,
}
