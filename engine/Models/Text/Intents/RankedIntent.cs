namespace Catalog.Engine.Models.Text.Intents;

/// <summary>An intent a text may have.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Score">What speaks for it, less what speaks against it.</param>
public readonly record struct RankedIntent(string Intent, double Score);
