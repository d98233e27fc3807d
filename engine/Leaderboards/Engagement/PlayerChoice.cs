namespace Catalog.Engine.Leaderboards.Engagement;

/// <summary>Which players of a time are meant.</summary>
public enum PlayerChoice : byte
{
    /// <summary>All who played.</summary>
    Active = 0,

    /// <summary>Those whose first day it was.</summary>
    New = 1,

    /// <summary>Those who had played before it.</summary>
    Returning = 2,

    /// <summary>Those who first played then and did not come back.</summary>
    Lost = 3,
}
