using System.Globalization;
using Catalog.Bench.Shared.Measure;

namespace Catalog.Bench.Booking;

/// <summary>How steady booking goes. Thread-safe.</summary>
internal sealed class SteadyScore
{
    private readonly Lock _gate = new();
    private readonly LatencyHistogram _reserve = new();
    private readonly LatencyHistogram _confirm = new();

    /// <summary>People who tried.</summary>
    public long AttemptCount { get; private set; }

    /// <summary>Bookings paid.</summary>
    public long BookedCount { get; private set; }

    /// <summary>Holds given back and bookings cancelled.</summary>
    public long UndoneCount { get; private set; }

    /// <summary>People who found nothing.</summary>
    public long RefusedCount { get; private set; }

    /// <summary>Answers that should not have come.</summary>
    public long FailureCount { get; private set; }

    /// <summary>Somebody tries.</summary>
    public void Attempt()
    {
        lock (_gate) AttemptCount++;
    }

    /// <summary>A reservation was answered.</summary>
    public void Reserved(long ticks, int status)
    {
        lock (_gate)
        {
            _reserve.RecordTicks(ticks);
            if (status == 409) RefusedCount++;
            else if (status != 201) FailureCount++;
        }
    }

    /// <summary>A payment was answered.</summary>
    public void Confirmed(long ticks, int status)
    {
        lock (_gate)
        {
            _confirm.RecordTicks(ticks);
            if (status is 200 or 201) BookedCount++;
            else FailureCount++;
        }
    }

    /// <summary>Somebody gave something back.</summary>
    public void Undone(int status)
    {
        lock (_gate)
        {
            if (status is 200 or 204) UndoneCount++;
            else FailureCount++;
        }
    }

    /// <summary>No answer came.</summary>
    public void Failed()
    {
        lock (_gate) FailureCount++;
    }

    /// <summary>Median and 99th percentile of each step.</summary>
    public IReadOnlyList<(string Step, double P50, double P99)> Latencies()
    {
        lock (_gate)
        {
            return
            [
                ("reserve", _reserve.PercentileMs(50), _reserve.PercentileMs(99)),
                ("confirm", _confirm.PercentileMs(50), _confirm.PercentileMs(99)),
            ];
        }
    }

    /// <summary>A line about how it goes.</summary>
    public string Describe(TimeSpan elapsed)
    {
        lock (_gate)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{elapsed:hh\\:mm\\:ss} · {BookedCount:N0} booked, {BookedCount / elapsed.TotalMinutes:N0} a minute"
                + $" · {UndoneCount:N0} undone · {RefusedCount:N0} refused · {FailureCount:N0} failed · reserve "
                + $"{_reserve.PercentileMs(99):0.0} ms, confirm {_confirm.PercentileMs(99):0.0} ms p99");
        }
    }
}
