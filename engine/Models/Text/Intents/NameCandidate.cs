namespace Catalog.Engine.Models.Text.Intents;

/// <summary>A name that may be meant.</summary>
/// <param name="Key">What the dictionary knows it under.</param>
/// <param name="Name">The name as the dictionary has it.</param>
/// <param name="Score">How well it fits, 0 to 1; 1 when every word is there.</param>
public readonly record struct NameCandidate(string Key, string Name, double Score);
