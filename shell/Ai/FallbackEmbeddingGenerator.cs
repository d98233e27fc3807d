using Microsoft.Extensions.AI;

namespace Catalog.Shell.Ai;

/// <summary>
/// The provider's vectors when there are any in time, else local ones. Vectors of different models cannot be compared:
/// whoever keeps some looks at <see cref="Embedding.ModelId"/>. Thread-safe.
/// </summary>
public sealed class FallbackEmbeddingGenerator(RemoteAi remote) : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly LocalEmbeddingGenerator _local = new();

    /// <inheritdoc/>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        return await remote.TryEmbedAsync(texts, options, cancellationToken)
            ?? await _local.GenerateAsync(texts, options, cancellationToken);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
