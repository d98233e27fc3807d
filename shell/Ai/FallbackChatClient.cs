using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Catalog.Shell.Ai;

/// <summary>
/// The provider's model when there is one and it answers in time, else the local one. A stream that has begun is not
/// given to another: when it breaks, it throws. <see cref="AnsweredBy"/> says who answered. Thread-safe.
/// </summary>
public sealed class FallbackChatClient(RemoteAi remote) : IChatClient
{
    private readonly LocalChatClient _local = new();

    /// <inheritdoc/>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] all = [.. messages];
        return await remote.TryAskAsync(all, options, cancellationToken)
            ?? await _local.GetResponseAsync(all, options, cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatMessage[] all = [.. messages];
        await using IAsyncEnumerator<ChatResponseUpdate> stream =
            await remote.TryStreamAsync(all, options, cancellationToken)
            ?? await BegunAsync(_local.GetStreamingResponseAsync(all, options, cancellationToken), cancellationToken);
        do yield return stream.Current;
        while (await stream.MoveNextAsync());
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private static async Task<IAsyncEnumerator<ChatResponseUpdate>> BegunAsync(
        IAsyncEnumerable<ChatResponseUpdate> updates, CancellationToken cancel)
    {
        IAsyncEnumerator<ChatResponseUpdate> stream = updates.GetAsyncEnumerator(cancel);
        await stream.MoveNextAsync();
        return stream;
    }
}
