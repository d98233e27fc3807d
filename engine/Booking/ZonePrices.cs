namespace Catalog.Engine.Booking;

/// <summary>
/// What a place costs in each price zone of a plan, by the zone's ordinal, in cents; the first is the base price.
/// Immutable, compared by content. Thread-safe.
/// </summary>
public readonly struct ZonePrices : IEquatable<ZonePrices>
{
    private readonly int[]? _cents;

    /// <summary>Copies <paramref name="cents"/>. O(zones).</summary>
    /// <exception cref="ArgumentException">There are more prices than a plan can have zones.</exception>
    public ZonePrices(params ReadOnlySpan<int> cents)
    {
        if (cents.Length > SeatPlan.MaxZones)
        {
            throw new ArgumentException($"A plan has at most {SeatPlan.MaxZones} zones.", nameof(cents));
        }

        _cents = cents.ToArray();
    }

    /// <summary>Number of zones.</summary>
    public int Count => _cents?.Length ?? 0;

    /// <summary>The price of the first zone in cents, 0 when there is none.</summary>
    public int BaseCents => Count == 0 ? 0 : _cents![0];

    /// <summary>All prices in cents, by zone.</summary>
    public ReadOnlySpan<int> Cents => _cents;

    /// <summary>A zone's price in cents. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such zone.</exception>
    public int this[int zone] => Cents[zone];

    /// <summary>Whether both name the same prices.</summary>
    public static bool operator ==(ZonePrices left, ZonePrices right) => left.Equals(right);

    /// <summary>Whether a price differs.</summary>
    public static bool operator !=(ZonePrices left, ZonePrices right) => !left.Equals(right);

    /// <summary>Whether <paramref name="other"/> names the same prices. O(zones).</summary>
    public bool Equals(ZonePrices other) => Cents.SequenceEqual(other.Cents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ZonePrices other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (int cents in Cents) hash.Add(cents);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('/', _cents ?? []);
}
