namespace Catalog.Engine.Core.Projections;

/// <summary>The way to a model that a <see cref="ProjectionPump"/> keeps: reading it, and waiting for it.</summary>
/// <remarks>
/// Thread-safe. Readers read at once with one another; a batch of facts waits for them and they for it, so reading is
/// quick and returns copies or immutable parts, never the model itself. Batches are bounded by
/// <see cref="ProjectionOptions"/>.
/// </remarks>
/// <typeparam name="TProjection">The model.</typeparam>
public sealed class ProjectionView<TProjection>
    where TProjection : IProjection
{
    private readonly ProjectionSlot _slot;
    private readonly TProjection _projection;

    internal ProjectionView(ProjectionSlot slot, TProjection projection)
    {
        _slot = slot;
        _projection = projection;
    }

    /// <summary>Every fact before this journal position is in the model; −1 before the start.</summary>
    public long AppliedPosition => _slot.Waiters.Reached;

    /// <summary>From where on the model knows the facts; known once the pump was started.</summary>
    public ProjectionOrigin Origin => _slot.Origin;

    /// <summary>Reads the model between two batches of facts.</summary>
    /// <param name="read">Called once, at once.</param>
    /// <exception cref="InvalidOperationException">
    /// The model has failed on a fact and does not say the truth any more.
    /// </exception>
    /// <exception cref="LockRecursionException">Called from within a read of the same model.</exception>
    public TResult Read<TResult>(Func<TProjection, TResult> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return Read(read, static (projection, inner) => inner(projection));
    }

    /// <summary>Reads the model between two batches of facts, without a closure: allocates nothing itself.</summary>
    /// <param name="argument">Handed to <paramref name="read"/>.</param>
    /// <param name="read">Called once, at once.</param>
    /// <exception cref="InvalidOperationException">
    /// The model has failed on a fact and does not say the truth any more.
    /// </exception>
    /// <exception cref="LockRecursionException">Called from within a read of the same model.</exception>
    public TResult Read<TArgument, TResult>(TArgument argument, Func<TProjection, TArgument, TResult> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        _slot.Lock.EnterReadLock();
        try
        {
            _slot.ThrowIfFailed();
            return read(_projection, argument);
        }
        finally
        {
            _slot.Lock.ExitReadLock();
        }
    }

    /// <summary>
    /// Completes when every fact before <paramref name="position"/> is in the model: with the position behind a
    /// command's facts, a read after it sees them. Allocates nothing when that is so already.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="InvalidOperationException">
    /// The pump was stopped, or the model failed, before it got there.
    /// </exception>
    public Task WaitForAsync(long position, CancellationToken cancel = default) =>
        _slot.Waiters.WaitAsync(position, cancel);
}
