namespace Catalog.Shell.Insight.Contracts;

/// <summary>A row of an answer.</summary>
/// <param name="Time">When its bucket begins.</param>
/// <param name="Keys">Its values of the dimensions, in their order.</param>
/// <param name="Values">Its numbers, in the order of the measures; null where there is none.</param>
/// <param name="Previous">The same of the period before; null when that was not asked for.</param>
public sealed record RollupRowAnswer(
    DateTime Time,
    IReadOnlyList<RollupKeyAnswer> Keys,
    IReadOnlyList<double?> Values,
    IReadOnlyList<double?>? Previous);
