namespace Catalog.Engine.Booking.Advice;

/// <summary>A mean in which a value counts half after a while. 24 bytes.</summary>
// mutable: values are added in place.
internal struct DecayingMean
{
    private double _sum;
    private double _weight;
    private long _atMs;

    public void Add(double value, long timeMs, double halfLifeMs)
    {
        double kept = Kept(timeMs, halfLifeMs);
        _sum = (_sum * kept) + value;
        _weight = (_weight * kept) + 1;
        _atMs = Math.Max(_atMs, timeMs);
    }

    /// <summary>The mean, as if <paramref name="doubt"/> values of <paramref name="prior"/> were among them.</summary>
    public readonly double Mean(long timeMs, double halfLifeMs, double prior, double doubt)
    {
        double kept = Kept(timeMs, halfLifeMs);
        double weight = (_weight * kept) + doubt;
        return weight <= 0 ? prior : ((_sum * kept) + (prior * doubt)) / weight;
    }

    public readonly double Sum(long timeMs, double halfLifeMs) => _sum * Kept(timeMs, halfLifeMs);

    public readonly double Weight(long timeMs, double halfLifeMs) => _weight * Kept(timeMs, halfLifeMs);

    private readonly double Kept(long timeMs, double halfLifeMs) =>
        timeMs <= _atMs ? 1 : Math.Exp(-0.693_147_180_559_945_3 * (timeMs - _atMs) / halfLifeMs);
}
