using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Up to ten seats by value, 24 bytes. Immutable; allocates nothing.</summary>
/// <remarks>
/// <code>
/// _first   seats 0 to 3, 16 bits each, the first in the lowest
/// _second  seats 4 to 7
/// _third   seats 8 and 9 │ count in the highest byte
/// </code>
/// Three numbers and not an array of shorts, because what is copied as words must have been written as words: a
/// processor waits some twenty cycles for a wide read of several narrow writes, and a hold is made in a hundred.
/// </remarks>
[StructLayout(LayoutKind.Sequential)]
public readonly struct SeatList : IEquatable<SeatList>
{
    /// <summary>The most seats one list, and so one hold, has.</summary>
    public const int MaxCount = 10;

    private const int InWord = 4;
    private const int SeatBits = 16;
    private const int CountShift = 56;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;

    /// <summary>Copies <paramref name="seats"/>. O(count).</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="MaxCount"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SeatList(params ReadOnlySpan<ushort> seats)
    {
        if (seats.Length == InWord)
        {
            _first = seats[0] | ((ulong)seats[1] << 16) | ((ulong)seats[2] << 32) | ((ulong)seats[3] << 48);
            _third = (ulong)InWord << CountShift;
            return;
        }

        (_first, _second, _third) = PackSlow(seats);
    }

    /// <summary>Number of seats, 0 to <see cref="MaxCount"/>.</summary>
    public int Count => (int)(_third >> CountShift);

    /// <summary>The seats; valid while this list is.</summary>
    [UnscopedRef]
    public ReadOnlySpan<ushort> Span => StructSpan.Of(in _first, Count);

    /// <summary>The first four seats, 16 bits each, the first in the lowest; 0 where there is none.</summary>
    internal ulong FirstFour => _first;

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
    public bool Equals(SeatList other) =>
        _first == other._first && _second == other._second && _third == other._third;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SeatList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_first, _second, _third);

    /// <inheritdoc/>
    public override string ToString() => string.Join(',', Span.ToArray());

    /// <summary>Whether both have the same seats in the same order.</summary>
    public static bool operator ==(SeatList left, SeatList right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(SeatList left, SeatList right) => !left.Equals(right);

    /// <summary>Encodes: <c>[seat, seat, …]</c>.</summary>
    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Count);
        foreach (ushort seat in Span) writer.Write(seat);
    }

    /// <summary>Decodes what <see cref="Write"/> wrote.</summary>
    /// <exception cref="MessagePackFormatException">The bytes are not a list of seats.</exception>
    internal static SeatList Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count > MaxCount) throw new MessagePackFormatException($"A list of {count} seats.");
        Span<ushort> seats = stackalloc ushort[count];
        for (int i = 0; i < count; i++) seats[i] = reader.ReadUInt16();
        return new SeatList(seats);
    }

    private static (ulong First, ulong Second, ulong Third) PackSlow(ReadOnlySpan<ushort> seats)
    {
        if (seats.Length > MaxCount) ThrowTooMany(seats.Length);
        ulong second = seats.Length > InWord ? Pack(seats[InWord..]) : 0;
        ulong third = seats.Length > 2 * InWord ? Pack(seats[(2 * InWord)..]) : 0;
        return (Pack(seats), second, third | ((ulong)(uint)seats.Length << CountShift));
    }

    private static ulong Pack(ReadOnlySpan<ushort> seats)
    {
        ulong word = 0;
        for (int i = 0; i < seats.Length && i < InWord; i++) word |= (ulong)seats[i] << (SeatBits * i);
        return word;
    }

    private static void ThrowTooMany(int count) =>
        throw new ArgumentException($"A seat list has at most {MaxCount} seats; {count} were given.", "seats");
}
