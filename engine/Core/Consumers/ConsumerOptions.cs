namespace Catalog.Engine.Core.Consumers;

/// <summary>
/// How a consumer retries, gives up and saves. Checked by <see cref="Validate"/> when its runner is made.
/// </summary>
public sealed record ConsumerOptions
{
    private const long WeekMs = 7L * 24 * 60 * 60 * 1000;

    /// <summary>How often a fact is tried before it is parked.</summary>
    public int MaxAttempts { get; init; } = 8;

    /// <summary>
    /// The longest wait before the second attempt, in milliseconds; it doubles with every further one.
    /// </summary>
    public long FirstRetryMs { get; init; } = 100;

    /// <summary>The longest wait before any attempt, in milliseconds; a week at most.</summary>
    public long MaxRetryMs { get; init; } = 60_000;

    /// <summary>The offset is saved once so many facts were passed, if its time has not come before.</summary>
    public int SaveEveryEvents { get; init; } = 50_000;

    /// <summary>The offset is saved at the latest so long after it moved, in milliseconds.</summary>
    public long SaveEveryMs { get; init; } = 1_000;

    /// <summary>
    /// Facts that may be parked. When there are so many, the consumer stands still and goes on trying the next one that
    /// fails: it never loses one.
    /// </summary>
    public int MaxParked { get; init; } = 1_000;

    /// <summary>
    /// How long a consumer that had nothing to do lets facts gather before it looks again, in milliseconds: under load
    /// it wakes that often instead of at every commit. 0 for at once.
    /// </summary>
    public int GatherMs { get; init; }

    /// <summary>Facts read in one step at most.</summary>
    public int MaxStepEvents { get; init; } = 256;

    /// <summary>
    /// Whether a new consumer begins with what happens next instead of with the oldest fact still kept.
    /// </summary>
    public bool StartsAtEnd { get; init; }

    /// <summary>Throws when an option makes no sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Names the option.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxAttempts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(FirstRetryMs);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxRetryMs, FirstRetryMs);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxRetryMs, WeekMs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(SaveEveryEvents);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(SaveEveryMs);
        ArgumentOutOfRangeException.ThrowIfNegative(GatherMs);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxParked);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxStepEvents);
    }
}
