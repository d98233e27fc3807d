using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Catalog.Shell.Ai;

/// <summary>Registers the language models.</summary>
internal static class AiServices
{
    /// <summary>
    /// Adds <see cref="IChatClient"/>, <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> and what they need.
    /// </summary>
    public static IServiceCollection AddAi(this IServiceCollection services)
    {
        services.AddOptions<AiOptions>().BindConfiguration(AiOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<AiOptions>, AiOptionsValidator>()
            .AddSingleton(static s => s.GetRequiredService<IOptions<AiOptions>>().Value)
            .AddSingleton<AiLimits>()
            .AddSingleton<RemoteAi>()
            .AddSingleton<IChatClient, FallbackChatClient>()
            .AddSingleton<IEmbeddingGenerator<string, Embedding<float>>, FallbackEmbeddingGenerator>();
    }
}
