namespace Catalog.Shell.Cluster.Postgres.Journal;

/// <summary>A work with a result.</summary>
internal sealed class SessionWork<T>(Func<SessionConnection, T> run) : SessionWork
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The result, once there is one.</summary>
    internal Task<T> Done => _done.Task;

    /// <inheritdoc/>
    internal override void Run(SessionConnection connection) => _done.TrySetResult(run(connection));

    /// <inheritdoc/>
    internal override void Fail(Exception failure) => _done.TrySetException(failure);
}
