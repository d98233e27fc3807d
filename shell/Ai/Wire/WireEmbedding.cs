namespace Catalog.Shell.Ai.Wire;

/// <summary>One vector.</summary>
internal sealed record WireEmbedding(int Index, float[]? Embedding);
