using System.Numerics;
using Catalog.Engine.Analytics;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// What is known about how booking goes: rollups of sales, and what every customer did. A model of the facts, each
/// counted once, whose state is saved with the journal position it stands at.
/// <code>
/// held, offered ─┐
/// lapsed        ─┤   film, theater, genre, city        ┌─► rollups: revenue, films, peak hours, customers
/// confirmed     ─┼── of the showtime, at that moment ──┤
/// cancelled     ─┘                                     └─► customers: first, last, how often, how much, which weeks
/// </code>
/// </summary>
/// <remarks>
/// A sale counts for the day it happens on, a cancellation for its own; both for the film and theater the showtime has
/// then. O(1) a fact. When it comes to a journal that no longer has every fact, it begins with those that are left and
/// takes what showtimes belong to from the catalogue's model. Not thread-safe: read it through its view.
/// </remarks>
public sealed class BookingInsight : IProjection
{
    private readonly Func<CatalogueView>? _known;
    private readonly InsightCatalogue _catalogue = new();
    private readonly Rollup _revenue;
    private readonly Rollup _movies;
    private readonly Rollup _theaterMovies;
    private readonly Rollup _peaks;
    private readonly Rollup _customers;
    private readonly Funnel _funnel;

    /// <summary>Makes the model of no facts.</summary>
    /// <param name="known">
    /// The catalogue's model, added to the same pump before this one: asked only when this one begins late.
    /// </param>
    public BookingInsight(Func<CatalogueView>? known = null)
    {
        _known = known;
        _revenue = Rollups[BookingRollups.DailyRevenue];
        _movies = Rollups[BookingRollups.MoviePerformance];
        _theaterMovies = Rollups[BookingRollups.TheaterMovies];
        _peaks = Rollups[BookingRollups.PeakHours];
        _customers = Rollups[BookingRollups.Customers];
        _funnel = new Funnel(BookingRollups.Funnel, Rollups);
    }

    /// <inheritdoc/>
    public string Name => "booking-insight";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public bool MayBeginLate => true;

    /// <summary>The rollups of <see cref="BookingRollups"/>.</summary>
    public RollupSet Rollups { get; } = new(BookingRollups.All);

    /// <summary>
    /// Every customer who ever paid for a booking: acts are bookings, the amount is what was spent, less what went
    /// back. Periods are weeks.
    /// </summary>
    public ActivityTable Customers { get; } = new(TimeGrain.Week);

    /// <summary>A genre by its number in the rollups; null when there is none. O(1).</summary>
    public string? GenreOf(ulong genreId) => _catalogue.Genres.NameOf(genreId);

    /// <summary>A city by its number in the rollups; null when there is none. O(1).</summary>
    public string? CityOf(ulong cityId) => _catalogue.Cities.NameOf(cityId);

    /// <summary>What a showtime's sales count for now. O(1).</summary>
    public SalePlace PlaceOf(ulong showtimeId) => _catalogue.PlaceOf(showtimeId);

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) => header.Partition.System switch
    {
        ShowtimeMachine.Id => header.Type is 10 or 11 or 20 or 22 or 24 or 42,
        CatalogueMachine.Id => InsightCatalogue.Wants(header.Type),
        _ => false,
    };

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        if (header.Partition.System == CatalogueMachine.Id)
        {
            _catalogue.Apply(in header, ref reader);
            return;
        }

        SalePlace place = _catalogue.PlaceOf(header.Partition.Key);
        switch (header.Type)
        {
            case 11:
                int lapses = HoldsLapsed.ReadCount(ref reader);
                AddSales(header.TimeMs, in place, [0, 0, 0, 0, 0, 0, lapses, 0]);
                break;
            case 20:
                PaymentStarted payment = PaymentStarted.Read(ref reader, header.Version);
                _funnel.Reach(BookingKey(in header, payment.BookingId), 1, header.TimeMs, []);
                break;
            case 22:
                Apply(in header, in place, BookingConfirmed.Read(ref reader, header.Version));
                break;
            case 24:
                Apply(in header, in place, BookingCancelled.Read(ref reader, header.Version));
                break;
            default:
                // A hold and an offer are written alike, as far as the booking's number.
                SeatsHeld held = SeatsHeld.Read(ref reader, header.Version);
                _funnel.Reach(BookingKey(in header, held.BookingId), 0, header.TimeMs, []);
                AddSales(header.TimeMs, in place, [0, 0, 0, 0, 0, 1, 0, 0]);
                AddPeak(header.TimeMs, [0, 0, 0, 1]);
                break;
        }
    }

    /// <inheritdoc/>
    public void Save(ref MessagePackWriter writer)
    {
        _catalogue.Save(ref writer);
        Rollups.Save(ref writer);
        Customers.Save(ref writer);
        _funnel.Save(ref writer);
    }

    /// <inheritdoc/>
    public void Load(ref MessagePackReader reader)
    {
        _catalogue.Load(ref reader);
        Rollups.Load(ref reader);
        Customers.Load(ref reader);
        _funnel.Load(ref reader);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _catalogue.Clear();
        Rollups.Clear();
        Customers.Clear();
        _funnel.Clear();
    }

    /// <inheritdoc/>
    public void BeginLate(ProjectionOrigin origin) => _known?.Invoke().CopyTo(_catalogue);

    /// <summary>Checks the invariants of its parts. O(everything).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        Rollups.CheckInvariants();
        Customers.CheckInvariants();
        _funnel.CheckInvariants();
    }

    private void Apply(in EventHeader header, in SalePlace place, in BookingConfirmed fact)
    {
        long cents = fact.Claim.AmountCents;
        int seats = fact.Claim.PartySize;
        AddSales(header.TimeMs, in place, [cents, 1, seats, cents, 0, 0, 0, 0]);
        _theaterMovies.Add(header.TimeMs, [place.TheaterId, place.MovieId], [cents, 1, seats, 0]);
        AddPeak(header.TimeMs, [1, seats, cents, 0]);
        ActivityAdd customer = Customers.Add(fact.UserId, header.TimeMs, cents);
        ulong kind = customer switch
        {
            ActivityAdd.First => BookingRollups.NewCustomer,
            ActivityAdd.Again => BookingRollups.ReturningCustomer,
            _ => DimensionSpec.Other,
        };
        long leadMs = place.StartsAtMs == 0 ? MeasureSpec.None : place.StartsAtMs - header.TimeMs;
        _customers.Add(header.TimeMs, [kind], [1, seats, cents, (long)fact.UserId, cents, leadMs]);
        _funnel.Reach(BookingKey(in header, fact.BookingId), 2, header.TimeMs, []);
    }

    private void Apply(in EventHeader header, in SalePlace place, in BookingCancelled fact)
    {
        long cents = fact.Claim.AmountCents;
        AddSales(header.TimeMs, in place, [-cents, 0, 0, 0, cents, 0, 0, 1]);
        _theaterMovies.Add(header.TimeMs, [place.TheaterId, place.MovieId], [-cents, 0, 0, 1]);
        Customers.Adjust(fact.UserId, -cents);
    }

    /// <summary>
    /// A booking's number is unique in its showtime; mixed with that, no two that are under way at once have the same,
    /// as far as 64 bits go.
    /// </summary>
    private static ulong BookingKey(in EventHeader header, ulong bookingId) =>
        (header.Partition.Key * 0x9E37_79B9_7F4A_7C15) ^ BitOperations.RotateLeft(bookingId, 17);

    /// <summary>Values in the order of the measures both rollups of sales have.</summary>
    private void AddSales(long timeMs, in SalePlace place, ReadOnlySpan<long> values)
    {
        _revenue.Add(timeMs, [place.TheaterId, place.CityId], values);
        _movies.Add(timeMs, [place.MovieId, place.GenreId], values);
    }

    private void AddPeak(long timeMs, ReadOnlySpan<long> values)
    {
        // 1970 began on a Thursday; weeks begin on a Monday, as 0.
        ulong weekday = (ulong)(((timeMs / TimeBuckets.DayMs) + 3) % 7);
        ulong hour = (ulong)(timeMs % TimeBuckets.DayMs / TimeBuckets.HourMs);
        _peaks.Add(timeMs, [weekday, hour], values);
    }
}
