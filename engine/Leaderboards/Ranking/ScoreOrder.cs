namespace Catalog.Engine.Leaderboards;

/// <summary>Which scores come first.</summary>
public enum ScoreOrder : byte
{
    /// <summary>The higher score is the better one: points.</summary>
    Descending,

    /// <summary>The lower score is the better one: times, strokes.</summary>
    Ascending,
}
