namespace Catalog.Engine.Leaderboards;

/// <summary>A score before and after a new one came.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Before">The score before; 0 when there was none.</param>
/// <param name="After">The score after; 0 when there is none.</param>
public readonly record struct ScoreChange(ScoreResult Result, long Before, long After)
{
    /// <summary>Whether the ranking is another one now.</summary>
    public bool HasEffect => Result is ScoreResult.Added or ScoreResult.Changed;
}
