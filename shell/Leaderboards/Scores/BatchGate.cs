using System.Threading.RateLimiting;
using Catalog.Engine.Leaderboards;

namespace Catalog.Shell.Leaderboards.Scores;

/// <summary>
/// Lets so many submissions of batches at once to a mode's shard, others wait in order before it. What stands in the
/// shard's mailbox is taken in turn, so that a player's own score would otherwise wait behind every batch there is.
/// </summary>
/// <remarks>Thread-safe. O(1), a batch that has to wait allocates.</remarks>
public sealed class BatchGate : IDisposable
{
    /// <summary>Submissions of a mode that may wait, beside those that are let in; more are refused.</summary>
    public const int MostWaiting = 200 * LeaderboardMachine.MaxSubmissions;

    private readonly ConcurrencyLimiter[] _modes = [.. GameModes.All.Select(static _ => new ConcurrencyLimiter(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = LeaderboardMachine.MaxSubmissions,
            QueueLimit = MostWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }))];

    /// <summary>Waits until a batch may go to its mode's shard.</summary>
    /// <param name="mode">The mode.</param>
    /// <param name="submissions">How many there are in the batch, 1,000 at most.</param>
    /// <returns>To be disposed when they are answered; not acquired when too many wait.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The batch is too large.</exception>
    public ValueTask<RateLimitLease> EnterAsync(GameMode mode, int submissions) =>
        _modes[(int)mode.Id - 1].AcquireAsync(submissions);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (ConcurrencyLimiter each in _modes) each.Dispose();
    }
}
