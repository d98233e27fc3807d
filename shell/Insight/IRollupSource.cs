using Catalog.Engine.Analytics;

namespace Catalog.Shell.Insight;

/// <summary>
/// A system's rollups, for whoever asks from within the process: alerts, exports, endpoints. Thread-safe.
/// </summary>
public interface IRollupSource
{
    /// <summary>The system's name: <c>booking</c>.</summary>
    string System { get; }

    /// <summary>What there is.</summary>
    IReadOnlyList<RollupSpec> Rollups { get; }

    /// <summary>Everything before this journal position is counted.</summary>
    long Position { get; }

    /// <summary>
    /// Since when everything is counted, milliseconds since 1970; null when that is from the very beginning.
    /// </summary>
    long? SinceMs { get; }

    /// <summary>Finds a rollup by its name; null when there is none.</summary>
    RollupSpec? Find(string name);

    /// <summary>
    /// Asks a rollup. Of what happens meanwhile all of an event is in the answer, or nothing. Microseconds.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// There is no such rollup, or <see cref="RollupQuery.Check"/> says what is wrong with the query.
    /// </exception>
    /// <exception cref="InvalidOperationException">The model behind it has failed.</exception>
    RollupTable Query(string name, RollupQuery query);

    /// <summary>What people call a value of a dimension, or null.</summary>
    string? LabelOf(string dimension, ulong id);

    /// <summary>Completes when everything that is durable now is counted.</summary>
    Task WaitAsync(CancellationToken cancel = default);
}
