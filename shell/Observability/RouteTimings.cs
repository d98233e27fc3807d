namespace Catalog.Shell.Observability;

/// <summary>
/// How long an endpoint's requests took, by the class of their status (2xx, 4xx …). A class's histogram is made when it
/// is first needed. Thread-safe.
/// </summary>
internal sealed class RouteTimings(string method, string route)
{
    private const int ClassCount = 6;
    private readonly DurationHistogram?[] _byClass = new DurationHistogram?[ClassCount];

    /// <summary>The method, or <c>*</c>.</summary>
    public string Method { get; } = method;

    /// <summary>The route's pattern.</summary>
    public string Route { get; } = route;

    /// <summary>Adds a request.</summary>
    public void Record(int status, TimeSpan duration)
    {
        ref DurationHistogram? histogram = ref _byClass[Math.Clamp(status / 100, 0, ClassCount - 1)];
        DurationHistogram counts = Volatile.Read(ref histogram) ?? MakeSlow(ref histogram);
        counts.Record(duration);
    }

    /// <summary>What was counted in each class that occurred.</summary>
    public IEnumerable<(int Class, DurationCounts Counts)> Read()
    {
        for (int i = 0; i < ClassCount; i++)
        {
            if (Volatile.Read(ref _byClass[i]) is { } histogram) yield return (i, histogram.Read());
        }
    }

    private static DurationHistogram MakeSlow(ref DurationHistogram? histogram) =>
        Interlocked.CompareExchange(ref histogram, new DurationHistogram(), null) ?? histogram!;
}
