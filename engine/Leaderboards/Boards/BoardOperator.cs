namespace Catalog.Engine.Leaderboards;

/// <summary>What a submission does to a score on a board. The numbers are wire ids and never change.</summary>
public enum BoardOperator : byte
{
    /// <summary>Adds to it.</summary>
    Sum = 0,

    /// <summary>Replaces it when higher.</summary>
    Best = 1,

    /// <summary>Replaces it.</summary>
    Last = 2,

    /// <summary>Takes from it.</summary>
    Decrement = 3,
}
