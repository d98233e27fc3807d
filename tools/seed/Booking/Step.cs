namespace Catalog.Seed.Booking;

/// <summary>One thing somebody does at a showtime.</summary>
/// <param name="TimeMs">When, milliseconds since 1970.</param>
/// <param name="Showtime">Where, by index.</param>
/// <param name="Ordinal">The how-manieth hold of the showtime this makes, or cancels, from 1.</param>
/// <param name="Person">Who, by index.</param>
/// <param name="Kind">What.</param>
/// <param name="Party">For how many.</param>
/// <param name="IsCheap">Whether only the standard zone will do.</param>
/// <param name="DelaySeconds">How long it takes from the hold to the payment, or to giving up.</param>
internal readonly record struct Step(
    long TimeMs, int Showtime, int Ordinal, int Person, StepKind Kind, byte Party, bool IsCheap, byte DelaySeconds)
    : IComparable<Step>
{
    /// <summary>By time; at one time, by showtime and ordinal, so that the order is the same every time.</summary>
    public int CompareTo(Step other)
    {
        int order = TimeMs.CompareTo(other.TimeMs);
        if (order == 0) order = Showtime.CompareTo(other.Showtime);
        if (order == 0) order = Ordinal.CompareTo(other.Ordinal);
        return order != 0 ? order : Kind.CompareTo(other.Kind);
    }
}
