using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Booking.Live;

/// <summary>
/// The last things that happened to bookings, numbered from 1 by the order of the journal: the same numbers after every
/// restart, so that whoever listened before goes on behind the last one it has.
/// <code>
/// _ring   number n lies in slot n mod 4,096; the last 4,096 are there
/// </code>
/// Invariant: LastNumber counts every fact that ever was, a lapse once for each hold.
/// </summary>
/// <remarks>O(1) a fact, and nothing is allocated. Not thread-safe: read it through its view.</remarks>
public sealed class RecentBookings : IProjection
{
    /// <summary>How many are kept.</summary>
    public const int Capacity = 4096;

    private readonly BookingNews[] _ring = new BookingNews[Capacity];

    /// <inheritdoc/>
    public string Name => "recent-bookings";

    /// <inheritdoc/>
    public int Version => 1;

    /// <summary>The number of the last one; 0 when nothing has happened yet.</summary>
    public long LastNumber { get; private set; }

    /// <summary>The number of the oldest one kept; one behind the last when there is none.</summary>
    public long FirstNumber => Math.Max(1, LastNumber - Capacity + 1);

    /// <summary>Whether a fact is told of.</summary>
    public static bool IsOne(in EventHeader header) =>
        header.Partition.System == ShowtimeMachine.Id && header.Type is 10 or 11 or 12 or 14 or 22 or 24 or 42;

    /// <summary>Copies those behind a number, oldest first, as many as there is room for; returns how many.</summary>
    public int CopyAfter(long number, Span<BookingNews> into)
    {
        long from = Math.Max(number + 1, FirstNumber);
        int count = (int)Math.Clamp(LastNumber - from + 1, 0, into.Length);
        for (int i = 0; i < count; i++) into[i] = _ring[(from + i) % Capacity];
        return count;
    }

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => IsOne(in header);

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        byte version = header.Version;
        switch (header.Type)
        {
            case 10:
                SeatsHeld held = SeatsHeld.Read(ref reader, version);
                Add(in header, BookingNewsKind.Reserved, held.BookingId, held.UserId, held.Claim);
                break;
            case 11:
                for (int left = HoldsLapsed.ReadCount(ref reader); left > 0; left--)
                {
                    LapsedHold hold = LapsedHold.Read(ref reader);
                    Add(in header, BookingNewsKind.Expired, hold.BookingId, hold.UserId, hold.Claim);
                }

                break;
            case 12:
                HoldReleased released = HoldReleased.Read(ref reader, version);
                Add(in header, BookingNewsKind.Released, released.BookingId, released.UserId, released.Claim);
                break;
            case 14:
                HoldRetaken again = HoldRetaken.Read(ref reader, version);
                Add(in header, BookingNewsKind.Reserved, again.BookingId, again.UserId, again.Claim);
                break;
            case 22:
                BookingConfirmed sold = BookingConfirmed.Read(ref reader, version);
                Add(in header, BookingNewsKind.Confirmed, sold.BookingId, sold.UserId, sold.Claim);
                break;
            case 24:
                BookingCancelled back = BookingCancelled.Read(ref reader, version);
                Add(in header, BookingNewsKind.Cancelled, back.BookingId, back.UserId, back.Claim);
                break;
            default:
                OfferMade offer = OfferMade.Read(ref reader, version);
                Add(in header, BookingNewsKind.Offered, offer.Token.Value, offer.UserId, offer.Claim);
                break;
        }
    }

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        int count = (int)(LastNumber - FirstNumber + 1);
        writer.Write(LastNumber);
        writer.WriteArrayHeader(count);
        for (long number = FirstNumber; number <= LastNumber; number++) _ring[number % Capacity].Write(ref writer);
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        LastNumber = reader.ReadInt64();
        int count = reader.ReadArrayHeader();
        if (count != LastNumber - FirstNumber + 1) throw new MessagePackFormatException($"{count} of {LastNumber}.");
        for (long number = FirstNumber; number <= LastNumber; number++)
            _ring[number % Capacity] = BookingNews.Read(ref reader);
    }

    /// <inheritdoc/>
    public void Reset() => LastNumber = 0;

    private void Add(in EventHeader header, BookingNewsKind kind, ulong bookingId, ulong userId, in SeatClaim claim)
    {
        LastNumber++;
        _ring[LastNumber % Capacity] = new BookingNews(
            kind, header.TimeMs, new BookingId(header.Partition.Key, bookingId), userId, claim);
    }
}
