namespace Catalog.Shell.Ai.Wire;

/// <summary><c>POST /embeddings</c>.</summary>
internal sealed record WireEmbeddingRequest(
    string Model, IReadOnlyList<string> Input, string EncodingFormat = "float", int? Dimensions = null);
