using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Catalog.Engine.Booking;

/// <summary>Up to ten seats by value: <c>10 × ushort | count</c>, 22 bytes. Immutable; allocates nothing.</summary>
public readonly struct SeatList : IEquatable<SeatList>
{
    /// <summary>The most seats one list, and so one hold, has.</summary>
    public const int MaxCount = 10;

    private readonly Slots _seats;
    private readonly byte _count;

    /// <summary>Copies <paramref name="seats"/>. O(count).</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxCount"/>.</exception>
    public SeatList(params ReadOnlySpan<ushort> seats)
    {
        if (seats.Length > MaxCount) ThrowTooMany(seats.Length);
        for (int i = 0; i < seats.Length; i++) _seats[i] = seats[i];
        _count = (byte)seats.Length;
    }

    /// <summary>Number of seats, 0 to <see cref="MaxCount"/>.</summary>
    public int Count => _count;

    /// <summary>The seats; valid while this list is.</summary>
    [UnscopedRef]
    public ReadOnlySpan<ushort> Span => ((ReadOnlySpan<ushort>)_seats)[.._count];

    /// <summary>The seat at <paramref name="index"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    public ushort this[int index] => Span[index];

    /// <summary>Whether <paramref name="seat"/> is in the list. O(count).</summary>
    public bool Contains(int seat)
    {
        foreach (ushort s in Span)
        {
            if (s == seat) return true;
        }

        return false;
    }

    /// <summary>Whether both have the same seats in the same order.</summary>
    public bool Equals(SeatList other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SeatList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = _count;
        foreach (ushort s in Span) hash = (hash * 31) + s;
        return hash;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Span.ToArray());

    /// <summary>Whether both have the same seats in the same order.</summary>
    public static bool operator ==(SeatList left, SeatList right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(SeatList left, SeatList right) => !left.Equals(right);

    private static void ThrowTooMany(int count) =>
        throw new ArgumentException($"A seat list has at most {MaxCount} seats; {count} were given.", "seats");

    // Not readonly: the language fills an inline array through its elements.
    [InlineArray(MaxCount)]
    private struct Slots
    {
        private ushort _first;
    }
}
