using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Catalog.Shell.Ai;

/// <summary>
/// The provider behind a deadline and a circuit breaker: whoever asks gets an answer in time or none, and after a row
/// of
/// failures it is left alone for a while. Thread-safe.
/// </summary>
/// <remarks>Prompts, answers and keys are never logged: only that it failed, and how.</remarks>
public sealed partial class RemoteAi : IDisposable
{
    private readonly AiTransport? _transport;
    private readonly IChatClient? _chat;
    private readonly IEmbeddingGenerator<string, Embedding<float>>? _embeddings;
    private readonly ResiliencePipeline _pipeline;
    private readonly ILogger<RemoteAi> _log;

    /// <summary>Makes it; without a provider it never answers.</summary>
    public RemoteAi(AiOptions options, TimeProvider clock, ILogger<RemoteAi> log)
    {
        _log = log;
        if (options.BaseUrl is not null) _transport = new AiTransport(options);
        if (options.HasChat) _chat = new RemoteChatClient(_transport!, options);
        if (options.HasEmbeddings) _embeddings = new RemoteEmbeddingGenerator(_transport!, options);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = 0.5,
                MinimumThroughput = options.FailuresToBreak,
                SamplingDuration = TimeSpan.FromSeconds(Math.Max(1, options.BreakSeconds)),
                BreakDuration = TimeSpan.FromSeconds(options.BreakSeconds),
                OnOpened = _ =>
                {
                    LeftAlone(log, options.BreakSeconds);
                    return default;
                },
            })
            .AddTimeout(TimeSpan.FromMilliseconds(options.DeadlineMs))
            .Build();
    }

    /// <summary>Whether a model elsewhere answers.</summary>
    public bool HasChat => _chat is not null;

    /// <summary>Whether a model elsewhere makes vectors.</summary>
    public bool HasEmbeddings => _embeddings is not null;

    /// <inheritdoc/>
    public void Dispose() => _transport?.Dispose();

    /// <summary>Asks it.</summary>
    /// <returns>The answer, or null when there is none in time.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<ChatResponse?> TryAskAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancel = default) =>
        _chat is null ? null : await TryAsync(token => _chat.GetResponseAsync(messages, options, token), cancel);

    /// <summary>Has it make vectors.</summary>
    /// <returns>The vectors, or null when there are none in time.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>?> TryEmbedAsync(
        IReadOnlyList<string> texts, EmbeddingGenerationOptions? options = null, CancellationToken cancel = default) =>
        _embeddings is null ? null : await TryAsync(token => _embeddings.GenerateAsync(texts, options, token), cancel);

    /// <summary>
    /// Asks it for a stream, and waits for the first words: until then somebody else may answer in its place.
    /// </summary>
    /// <returns>The stream, begun; or null when there is none in time. A break later throws.</returns>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    internal async Task<IAsyncEnumerator<ChatResponseUpdate>?> TryStreamAsync(
        IReadOnlyList<ChatMessage> messages, ChatOptions? options, CancellationToken cancel)
    {
        if (_chat is null) return null;
        var life = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        IAsyncEnumerator<ChatResponseUpdate> stream =
            _chat.GetStreamingResponseAsync(messages, options, life.Token).GetAsyncEnumerator(life.Token);
        object? begun = await TryAsync<object>(
            async token =>
            {
                await using CancellationTokenRegistration end = token.Register(life.Cancel);
                if (!await stream.MoveNextAsync()) throw new AiProviderException("The provider's stream is empty.");
                return stream;
            },
            cancel);
        if (begun is not null) return new BegunStream(stream, life);
        await stream.DisposeAsync();
        life.Dispose();
        return null;
    }

    private async Task<T?> TryAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancel)
        where T : class
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await ask(token), cancel);
        }
        catch (BrokenCircuitException)
        {
            return null;
        }
        catch (TimeoutRejectedException)
        {
            TooSlow(_log);
            return null;
        }
        catch (AiProviderException e)
        {
            Failed(_log, e.Message);
            return null;
        }
    }

    [LoggerMessage(60, LogLevel.Warning, "The language model failed, a local model answers: {Reason}")]
    private static partial void Failed(ILogger logger, string reason);

    [LoggerMessage(61, LogLevel.Warning, "The language model was too slow, a local model answers")]
    private static partial void TooSlow(ILogger logger);

    [LoggerMessage(62, LogLevel.Warning, "The language model failed too often and is left alone for {Seconds} s")]
    private static partial void LeftAlone(ILogger logger, int seconds);
}
