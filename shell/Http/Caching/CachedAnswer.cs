namespace Catalog.Shell.Http.Caching;

/// <summary>An answer that is kept, or being made. Guarded by its cache.</summary>
internal sealed class CachedAnswer(AnswerKey key)
{
    private readonly TaskCompletionSource<byte[]?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public AnswerKey Key { get; } = key;

    /// <summary>The answer, once it is there; null when there is none to keep.</summary>
    public Task<byte[]?> Answer => _answer.Task;

    /// <summary>What it counts; 0 while it is being made.</summary>
    public int SizeBytes { get; set; }

    public void Complete(byte[]? answer) => _answer.SetResult(answer);

    public void Fail(Exception failure)
    {
        _answer.SetException(failure);

        // There may be nobody else who waits for it.
        _ = _answer.Task.Exception;
    }
}
