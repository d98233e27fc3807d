namespace Catalog.Engine.Models.Text;

/// <summary>A sentence picked for a summary.</summary>
/// <param name="Index">Which of the sentences it is, from 0.</param>
/// <param name="Score">Its rank; all sentences' ranks sum to 1.</param>
public readonly record struct RankedSentence(int Index, double Score);
