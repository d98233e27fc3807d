namespace Catalog.Shell.Ai.Wire;

/// <summary>The answer to <see cref="WireEmbeddingRequest"/>.</summary>
internal sealed record WireEmbeddingAnswer(
    IReadOnlyList<WireEmbedding>? Data = null, string? Model = null, WireUsage? Usage = null);
