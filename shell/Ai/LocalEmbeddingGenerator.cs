using Catalog.Engine.Models.Text;
using Microsoft.Extensions.AI;

namespace Catalog.Shell.Ai;

/// <summary>
/// Vectors from the engine's hashed embeddings, which know no texts: all features weigh the same. Thread-safe.
/// </summary>
internal sealed class LocalEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly TextEmbedder _embedder = new();

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        IEnumerable<Embedding<float>> vectors = values.Select(text => new Embedding<float>(_embedder.Embed(text))
        {
            ModelId = AnsweredBy.Local,
            AdditionalProperties = AnsweredBy.Say(AnsweredBy.Local),
        });
        return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(vectors));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
