using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Core.Consumers;

/// <summary>
/// Waits that double up to a limit, each shortened by up to a half. The shortening is a hash of what is tried and how
/// often, so a run can be repeated, and consumers that failed together do not come back together.
/// </summary>
/// <remarks>"Equal jitter" in Brooker: Exponential Backoff And Jitter, AWS Architecture Blog, 2015.</remarks>
internal static class RetrySchedule
{
    /// <summary>Milliseconds to wait after the given number of failed attempts (1 and up). O(1).</summary>
    public static long DelayMs(ConsumerOptions options, ulong seed, int failedAttempts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(failedAttempts);
        long delay = options.FirstRetryMs;
        for (int i = 1; i < failedAttempts && delay < options.MaxRetryMs; i++) delay *= 2;
        delay = Math.Min(delay, options.MaxRetryMs);
        ulong hash = new PartitionKey((byte)failedAttempts, seed).StableHash();
        return delay - (long)(hash % (ulong)((delay / 2) + 1));
    }
}
