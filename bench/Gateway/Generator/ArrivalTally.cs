using System.Diagnostics;
using System.Globalization;
using Catalog.Bench.Shared.Measure;

namespace Catalog.Bench.Gateway.Generator;

/// <summary>When clients were admitted, and how often they were not. Thread-safe while they come.</summary>
internal sealed class ArrivalTally
{
    private readonly Lock _gate = new();
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<long> _admittedAt = [];
    private readonly Dictionary<string, int> _errors = [];

    /// <summary>From coming the first time until being admitted.</summary>
    public LatencyHistogram Delay { get; } = new();

    /// <summary>How many were admitted.</summary>
    public int AdmittedCount => _admittedAt.Count;

    /// <summary>How often somebody was told to come later.</summary>
    public int RefusedCount { get; private set; }

    /// <summary>How often something else happened.</summary>
    public int ErrorCount => _errors.Values.Sum();

    public void Admit()
    {
        lock (_gate)
        {
            _admittedAt.Add(Stopwatch.GetTimestamp());
            Delay.Record(Stopwatch.GetElapsedTime(_start));
        }
    }

    public void Refuse()
    {
        lock (_gate) RefusedCount++;
    }

    public void Fail(string error)
    {
        lock (_gate) _errors[error] = _errors.GetValueOrDefault(error) + 1;
    }

    /// <summary>The most that were admitted within any second.</summary>
    public int MostInASecond()
    {
        int most = 0;
        for (int from = 0, to = 0; to < _admittedAt.Count; to++)
        {
            while (_admittedAt[to] - _admittedAt[from] >= Stopwatch.Frequency) from++;
            most = Math.Max(most, to - from + 1);
        }

        return most;
    }

    /// <summary>One line.</summary>
    public override string ToString()
    {
        string errors = string.Join(", ", _errors.Select(e => $"{e.Value} × {e.Key}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{AdmittedCount:N0} admitted, {RefusedCount:N0} times told to come later, errors: {ErrorCount} {errors}");
    }
}
