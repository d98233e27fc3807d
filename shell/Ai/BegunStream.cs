using Microsoft.Extensions.AI;

namespace Catalog.Shell.Ai;

/// <summary>A stream whose first words are there, with what ends it.</summary>
internal sealed class BegunStream(IAsyncEnumerator<ChatResponseUpdate> stream, IDisposable life)
    : IAsyncEnumerator<ChatResponseUpdate>
{
    public ChatResponseUpdate Current => stream.Current;

    public ValueTask<bool> MoveNextAsync() => stream.MoveNextAsync();

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        life.Dispose();
    }
}
