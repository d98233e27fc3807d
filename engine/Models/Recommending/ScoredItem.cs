namespace Catalog.Engine.Models.Recommending;

/// <summary>An item and how much speaks for it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Score">The more, the better.</param>
public readonly record struct ScoredItem(int Item, float Score);
