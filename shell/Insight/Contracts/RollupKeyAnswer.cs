namespace Catalog.Shell.Insight.Contracts;

/// <summary>A value of a dimension.</summary>
/// <param name="Id">The value; <c>other</c> for what could not be told apart.</param>
/// <param name="Label">What people call it now; null when nobody knows it any more.</param>
public sealed record RollupKeyAnswer(string Id, string? Label);
