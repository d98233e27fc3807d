namespace Catalog.Engine.Core.Projections;

/// <summary>
/// From where on a model knows the facts: from the first fact ever, or, when it came when the journal no longer had
/// that, from the first one that was left.
/// </summary>
/// <param name="Position">The first fact it knows lies at or behind this journal position; 0 for all facts.</param>
/// <param name="TimeMs">
/// When that fact happened, milliseconds since 1970, or, when there was none yet, when the model began.
/// </param>
public readonly record struct ProjectionOrigin(long Position, long TimeMs)
{
    /// <summary>Whether it knows every fact there ever was.</summary>
    public bool IsWhole => Position == 0;
}
