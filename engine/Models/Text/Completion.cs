namespace Catalog.Engine.Models.Text;

/// <summary>How a text may go on.</summary>
/// <param name="Text">What comes: the rest of a word that is begun, then whole words, without a space in front.</param>
/// <param name="Score">How likely, 0 to 1; for sorting, not a probability.</param>
public readonly record struct Completion(string Text, double Score);
