namespace Catalog.Engine.Tests.Browser;

/// <summary>A page to be looked at.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Shows">A text that is there once it is whole.</param>
/// <param name="Who">Who may see it.</param>
internal sealed record PageVisit(string Path, string Shows, VisitorRole Who);
