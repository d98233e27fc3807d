namespace Catalog.Engine.Tests.Analytics;

/// <summary>What events come to, with everything kept that an exact answer needs.</summary>
internal sealed class RollupModelSum
{
    private readonly List<long> _paid = [];
    private readonly HashSet<long> _people = [];
    private long _bookings;
    private long _revenue;

    public void Add(long[] values)
    {
        _bookings += values[0];
        _revenue += values[1];
        _people.Add(values[4]);
        _paid.Add(values[5]);
    }

    public double Show(string column)
    {
        _paid.Sort();
        return column switch
        {
            "bookings" => _bookings,
            "revenue" => _revenue,
            "cheapest" => _paid.Count == 0 ? double.NaN : _paid[0],
            "dearest" or "paid_p100" => _paid.Count == 0 ? double.NaN : _paid[^1],
            "people" => _people.Count,
            "paid_p50" => _paid.Count == 0 ? double.NaN : _paid[(int)(0.5 * (_paid.Count - 1))],
            _ => _bookings == 0 ? double.NaN : (double)_revenue / _bookings,
        };
    }
}
