using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>Any number of seats, immutable: what the box office blocks in one go.</summary>
public readonly struct SeatSet : IEquatable<SeatSet>
{
    private readonly ushort[] _seats;

    /// <summary>Copies <paramref name="seats"/>. O(n).</summary>
    public SeatSet(ReadOnlySpan<ushort> seats) => _seats = seats.ToArray();

    /// <summary>The seats.</summary>
    public ReadOnlySpan<ushort> Span => _seats;

    /// <summary>How many.</summary>
    public int Count => _seats?.Length ?? 0;

    /// <inheritdoc/>
    public bool Equals(SeatSet other) => Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SeatSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : (Count * 31) + _seats[0];

    /// <summary>Whether both have the same seats in the same order.</summary>
    public static bool operator ==(SeatSet left, SeatSet right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(SeatSet left, SeatSet right) => !left.Equals(right);

    internal void Write(ref MessagePackWriter writer)
    {
        writer.WriteArrayHeader(Count);
        foreach (ushort seat in Span) writer.Write((ulong)seat);
    }

    internal static SeatSet Read(ref MessagePackReader reader)
    {
        int count = reader.ReadArrayHeader();
        if (count > SeatMap.MaxSeats) throw new MessagePackFormatException($"A set of {count} seats.");
        Span<ushort> seats = stackalloc ushort[count];
        for (int i = 0; i < count; i++) seats[i] = reader.ReadUInt16();
        return new SeatSet(seats);
    }
}
