using System.Globalization;
using Catalog.Bench.Shared.Measure;

namespace Catalog.Bench.Shared.Http;

/// <summary>What a load run came to. Not thread-safe: one a thread, then <see cref="Add"/>.</summary>
internal sealed class HttpScore
{
    private const int StatusCount = 600;

    private readonly long[] _statuses = new long[StatusCount];

    /// <summary>From the moment a request was due until its whole answer was there.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>How long the run took.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Requests that were due and never sent or never answered.</summary>
    public long UnansweredCount { get; set; }

    /// <summary>Answers a second.</summary>
    public double PerSecond => Latency.Count / Elapsed.TotalSeconds;

    /// <summary>Answers with a status.</summary>
    public long CountOf(int status) => _statuses[status];

    /// <summary>Answers whose status is none of these.</summary>
    public long CountOther(params ReadOnlySpan<int> expected)
    {
        long count = Latency.Count;
        foreach (int status in expected) count -= _statuses[status];
        return count;
    }

    /// <summary>Counts an answer.</summary>
    public void Record(int status, long ticks)
    {
        _statuses[Math.Clamp(status, 0, StatusCount - 1)]++;
        Latency.RecordTicks(ticks);
    }

    /// <summary>Adds another thread's score.</summary>
    public void Add(HttpScore other)
    {
        for (int i = 0; i < StatusCount; i++) _statuses[i] += other._statuses[i];
        Latency.Add(other.Latency);
        UnansweredCount += other.UnansweredCount;
        Elapsed = Elapsed > other.Elapsed ? Elapsed : other.Elapsed;
    }

    /// <summary>Answers by status, and the latencies.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        for (int i = 0; i < StatusCount; i++)
        {
            if (_statuses[i] > 0) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{i}: {_statuses[i]:N0}"));
        }

        return $"{string.Join(", ", parts)} · {Latency}";
    }
}
