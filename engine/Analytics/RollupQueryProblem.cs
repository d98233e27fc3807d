namespace Catalog.Engine.Analytics;

/// <summary>Why a query cannot be answered.</summary>
/// <param name="Field">What of it: <c>from</c>, <c>by</c>, <c>measures</c>, a dimension's name.</param>
/// <param name="Message">What is wrong with it, as a sentence.</param>
public readonly record struct RollupQueryProblem(string Field, string Message);
