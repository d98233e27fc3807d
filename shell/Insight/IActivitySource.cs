using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight;

/// <summary>
/// What everybody of a kind did so far in a system: customers, players, members. For whoever asks from within the
/// process. Thread-safe.
/// </summary>
public interface IActivitySource
{
    /// <summary>What it is.</summary>
    ActivitySpec Spec { get; }

    /// <summary>Everything before this journal position is in it.</summary>
    long Position { get; }

    /// <summary>Since when everything is in it, milliseconds since 1970; null for all time.</summary>
    long? SinceMs { get; }

    /// <summary>Asks the table. Quick: the model waits meanwhile.</summary>
    /// <param name="argument">Handed to <paramref name="read"/>.</param>
    /// <param name="read">Called once; returns copies.</param>
    TResult Read<TArgument, TResult>(TArgument argument, Func<ActivityTable, TArgument, TResult> read);

    /// <summary>What somebody is called, or null.</summary>
    ValueTask<string?> NameOfAsync(ulong id);

    /// <summary>Completes when everything that is durable now is in it.</summary>
    Task WaitAsync(CancellationToken cancel = default);
}
