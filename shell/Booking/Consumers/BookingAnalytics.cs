using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>
/// What was reserved, sold and cancelled, by UTC day, film and theater. Its state is saved with the journal position it
/// stands at, so a fact counts once however often the process dies: the same figures as a recount of the journal.
/// </summary>
/// <remarks>
/// A day is that of the fact: a booking of Monday cancelled on Tuesday is Monday's sale and Tuesday's refund. A
/// showtime counts for the film and theater it has when the fact happens. O(1) a fact. Not thread-safe: read it through
/// its view.
/// </remarks>
public sealed class BookingAnalytics : IProjection
{
    private const long DayMs = 24 * 60 * 60 * 1000;

    private readonly SalesTable _days = new();
    private readonly SalesTable _movies = new();
    private readonly SalesTable _theaters = new();
    private readonly Dictionary<ulong, (ulong MovieId, ulong TheaterId)> _showtimes = [];
    private SalesFigures _total;

    /// <inheritdoc/>
    public string Name => "booking-analytics";

    /// <inheritdoc/>
    public int Version => 1;

    /// <summary>Everything together. O(1).</summary>
    public SalesFigures Total => _total;

    /// <summary>The figures of a day. O(1).</summary>
    public SalesFigures OfDay(DateOnly day) =>
        _days.Find((ulong)(day.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber));

    /// <summary>The figures of a film. O(1).</summary>
    public SalesFigures OfMovie(ulong movieId) => _movies.Find(movieId);

    /// <summary>The figures of a theater. O(1).</summary>
    public SalesFigures OfTheater(ulong theaterId) => _theaters.Find(theaterId);

    /// <summary>A copy of all figures. O(days + films + theaters).</summary>
    public SalesSnapshot Snapshot() => new(_total, _days.ToArray(), _movies.ToArray(), _theaters.ToArray());

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => header.Partition.System switch
    {
        ShowtimeMachine.Id => header.Type is 10 or 11 or 22 or 24 or 42,
        CatalogueMachine.Id => header.Type == ShowtimeSaved.TypeId,
        _ => false,
    };

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        if (header.Partition.System == CatalogueMachine.Id)
        {
            Showtime showtime = ShowtimeSaved.Read(ref reader, header.Version).Showtime;
            _showtimes[showtime.Id] = (showtime.MovieId, showtime.TheaterId);
            return;
        }

        SalesFigures figures = FiguresOf(in header, ref reader);
        _total += figures;
        _days.Add((ulong)(header.TimeMs / DayMs), in figures);
        if (!_showtimes.TryGetValue(header.Partition.Key, out (ulong MovieId, ulong TheaterId) of)) return;
        _movies.Add(of.MovieId, in figures);
        _theaters.Add(of.TheaterId, in figures);
    }

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        _total.Write(ref writer);
        _days.Save(ref writer);
        _movies.Save(ref writer);
        _theaters.Save(ref writer);
        writer.WriteArrayHeader(_showtimes.Count * 3);
        foreach ((ulong id, (ulong movieId, ulong theaterId)) in _showtimes)
        {
            writer.Write(id);
            writer.Write(movieId);
            writer.Write(theaterId);
        }
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        Reset();
        _total = SalesFigures.Read(ref reader);
        _days.Load(ref reader);
        _movies.Load(ref reader);
        _theaters.Load(ref reader);
        int showtimes = reader.ReadArrayHeader() / 3;
        for (int i = 0; i < showtimes; i++)
            _showtimes.Add(reader.ReadUInt64(), (reader.ReadUInt64(), reader.ReadUInt64()));
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _total = default;
        _days.Clear();
        _movies.Clear();
        _theaters.Clear();
        _showtimes.Clear();
    }

    private static SalesFigures FiguresOf(in EventHeader header, ref MessagePackReader reader)
    {
        switch (header.Type)
        {
            case 11:
                return new SalesFigures { Lapses = HoldsLapsed.ReadCount(ref reader) };
            case 22:
                SeatClaim sold = BookingConfirmed.Read(ref reader, header.Version).Claim;
                return new SalesFigures { Bookings = 1, Seats = sold.PartySize, GrossCents = sold.AmountCents };
            case 24:
                SeatClaim back = BookingCancelled.Read(ref reader, header.Version).Claim;
                return new SalesFigures { Cancellations = 1, RefundedCents = back.AmountCents };
            default:
                return new SalesFigures { Reservations = 1 };
        }
    }
}
