namespace Catalog.Engine.Analytics.Sketches;

/// <summary>One of the most frequent.</summary>
/// <param name="Id">What it is.</param>
/// <param name="Count">How often it was there, at most.</param>
/// <param name="Error">By how much that may be too much; it was there at least <c>Count − Error</c> times.</param>
public readonly record struct TopEntry(ulong Id, long Count, long Error);
