using Catalog.Shell.Ai.Wire;
using Microsoft.Extensions.AI;

namespace Catalog.Shell.Ai;

/// <summary>Vectors from a provider that speaks OpenAI's <c>/embeddings</c>. Thread-safe.</summary>
internal sealed class RemoteEmbeddingGenerator(AiTransport transport, AiOptions options)
    : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? generation = null,
        CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        if (texts.Sum(static text => (long)text.Length) > options.MaxPromptCharacters)
            throw new AiProviderException("The texts are longer than may be sent.");
        var request = new WireEmbeddingRequest(options.EmbeddingModel!, texts, Dimensions: generation?.Dimensions);
        WireEmbeddingAnswer answer = await transport.SendAsync(
            "embeddings", request, WireJson.Default.WireEmbeddingRequest, WireJson.Default.WireEmbeddingAnswer,
            cancellationToken);
        var vectors = new Embedding<float>?[texts.Length];
        foreach (WireEmbedding one in answer.Data ?? [])
        {
            if (one.Index < 0 || one.Index >= vectors.Length || one.Embedding is not { Length: > 0 } vector)
                throw new AiProviderException("The provider's vectors cannot be read.");
            vectors[one.Index] = new Embedding<float>(vector)
            {
                ModelId = request.Model,
                AdditionalProperties = AnsweredBy.Say(request.Model),
            };
        }

        if (vectors.Contains(null)) throw new AiProviderException("The provider left vectors out.");
        return new GeneratedEmbeddings<Embedding<float>>(vectors!);
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        if (serviceKey is not null) return null;
        if (serviceType == typeof(EmbeddingGeneratorMetadata))
            return new EmbeddingGeneratorMetadata("openai", transport.Address, options.EmbeddingModel);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose()
    {
    }
}
