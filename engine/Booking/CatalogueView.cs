using System.Diagnostics.CodeAnalysis;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Models.Text;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Booking;

/// <summary>
/// The catalogue as people browse it: films, theaters and showtimes with filters, orders, pages, and how the seats
/// stand. A read model, fed with the catalogue's facts and with those of showtimes.
/// </summary>
/// <remarks>
/// <code>
/// films, theaters   by id, by name; each in a slot, so that a filter on them is an array of flags by slot
/// showtimes         small structs by row, and an order by time; a query scans the days it asks for once,
///                   testing flags and numbers, and keeps the first rows of its order in a heap
/// plans             masks of seats, one for all showtimes with the same plan
/// </code>
/// <para>Invariants:
/// 1. those of its tables;
/// 2. a showtime's slots are those of its film and theater;
/// 3. the fingerprint is that of the films and theaters.</para>
/// <para>Listing costs O(showtimes in the time asked for + page log page), lookups O(1). A projection runner keeps
/// readers and <see cref="Apply"/> apart; readers share it, for reading changes nothing.</para>
/// </remarks>
public sealed partial class CatalogueView : IProjection
{
    private const int WireVersion = 1;

    private readonly NamedTable<Movie> _movies = new();
    private readonly NamedTable<Theater> _theaters = new();
    private readonly ShowtimeTable _showtimes = new();
    private readonly Dictionary<ulong, SeatPlanMasks> _plans = [];

    /// <inheritdoc/>
    public string Name => "booking-catalogue";

    /// <inheritdoc/>
    public int Version => WireVersion;

    /// <summary>
    /// Says which films and theaters there are, in which revision: the same at every node, whichever facts led there.
    /// Two states of it agree with a probability of 2^-64 unless they are the same. O(1).
    /// </summary>
    public ulong Fingerprint { get; private set; }

    /// <summary>Number of films.</summary>
    public int MovieCount => _movies.Count;

    /// <summary>Number of theaters.</summary>
    public int TheaterCount => _theaters.Count;

    /// <summary>Number of showtimes, past and cancelled ones included.</summary>
    public int ShowtimeCount => _showtimes.Count;

    /// <summary>Finds a film. O(1).</summary>
    public bool TryFindMovie(ulong id, [NotNullWhen(true)] out Movie? movie) => _movies.TryFind(id, out movie);

    /// <summary>Finds a theater. O(1).</summary>
    public bool TryFindTheater(ulong id, [NotNullWhen(true)] out Theater? theater) =>
        _theaters.TryFind(id, out theater);

    /// <summary>Finds a showtime and what belongs to it. O(1).</summary>
    public bool TryFindShowtime(ulong id, out ShowtimeListing listing)
    {
        int row = _showtimes.RowOf(id);
        listing = row < 0 ? default : ListingOf(row);
        return row >= 0;
    }

    /// <summary>The plan a showtime's seats are of: its theater's when it was added. O(1).</summary>
    public bool TryFindPlan(ulong showtimeId, [NotNullWhen(true)] out SeatPlan? plan)
    {
        int row = _showtimes.RowOf(showtimeId);
        plan = row < 0 ? null : _showtimes.Seats(row).Plan;
        return plan is not null;
    }

    /// <summary>Whether a seat of a showtime is neither held nor sold nor blocked. O(1).</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such seat.</exception>
    public bool IsFree(ulong showtimeId, int seat)
    {
        int row = _showtimes.RowOf(showtimeId);
        return row >= 0 && _showtimes.Seats(row).IsFree(seat);
    }

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        (header.Partition.System == CatalogueMachine.Id && header.Type is >= 1 and <= 6)
        || (header.Partition.System == ShowtimeSystem && WantsOfShowtime(header.Type));

    /// <inheritdoc/>
    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload)
    {
        var reader = new MessagePackReader(payload);
        if (header.Partition.System == ShowtimeSystem) ApplyOfShowtime(in header, ref reader);
        else ApplyOfCatalogue(in header, ref reader);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _movies.Clear();
        _theaters.Clear();
        _showtimes.Clear();
        _plans.Clear();
        Fingerprint = 0;
    }

    /// <summary>Checks the invariants of the type's documentation. O(everything).</summary>
    /// <exception cref="InvalidOperationException">One is broken; the message names it.</exception>
    public void CheckInvariants()
    {
        _movies.CheckInvariants();
        _theaters.CheckInvariants();
        _showtimes.CheckInvariants();
        ulong fingerprint = 0;
        for (int i = 0; i < _movies.Count; i++) fingerprint ^= PrintOf(_movies.AtRank(i).Record);
        for (int i = 0; i < _theaters.Count; i++) fingerprint ^= PrintOf(_theaters.AtRank(i).Record);
        CatalogueState.Require(fingerprint == Fingerprint, "3. the fingerprint");
        for (int row = 0; row < _showtimes.Count; row++)
        {
            Showtime showtime = _showtimes.Record(row);
            ShowtimeKeys keys = _showtimes.Keys[row];
            CatalogueState.Require(keys.MovieSlot == _movies.SlotOf(showtime.MovieId), "2. slot of a film");
            CatalogueState.Require(keys.TheaterSlot == _theaters.SlotOf(showtime.TheaterId), "2. slot of a theater");
        }
    }

    private void ApplyOfCatalogue(in EventHeader header, ref MessagePackReader reader)
    {
        switch (header.Type)
        {
            case 1:
                Put(TheaterSaved.Read(ref reader, header.Version).Theater);
                break;
            case 2:
                Put(MovieSaved.Read(ref reader, header.Version).Movie);
                break;
            case 3:
                Put(ShowtimeSaved.Read(ref reader, header.Version).Showtime);
                break;
            case 4:
                Remove(TheaterRemoved.Read(ref reader, header.Version));
                break;
            case 5:
                Remove(MovieRemoved.Read(ref reader, header.Version));
                break;
            case 6:
                Cancel(ShowtimeCancelled.Read(ref reader, header.Version));
                break;
            default:
                throw new MessagePackFormatException($"The catalogue has no fact {header.Type}.");
        }
    }

    private void Put(Theater theater)
    {
        if (_theaters.TryFind(theater.Id, out Theater? former)) Fingerprint ^= PrintOf(former);
        Fingerprint ^= PrintOf(theater);
        _theaters.Put(theater.Id, theater.Name, theater);
    }

    private void Put(Movie movie)
    {
        if (_movies.TryFind(movie.Id, out Movie? former)) Fingerprint ^= PrintOf(former);
        Fingerprint ^= PrintOf(movie);
        _movies.Put(movie.Id, movie.Title, movie);
    }

    private void Remove(TheaterRemoved fact)
    {
        if (_theaters.TryFind(fact.TheaterId, out Theater? former)) Fingerprint ^= PrintOf(former);
        _theaters.Remove(fact.TheaterId);
    }

    private void Remove(MovieRemoved fact)
    {
        if (_movies.TryFind(fact.MovieId, out Movie? former)) Fingerprint ^= PrintOf(former);
        _movies.Remove(fact.MovieId);
    }

    private static ulong PrintOf(Movie movie) => TextHash.Mix(TextHash.Mix(2 * movie.Id) + (uint)movie.Revision);

    private static ulong PrintOf(Theater theater) =>
        TextHash.Mix(TextHash.Mix((2 * theater.Id) + 1) + (uint)theater.Revision);

    private void Put(Showtime showtime)
    {
        int row = _showtimes.RowOf(showtime.Id);
        int movieSlot = _movies.SlotOf(showtime.MovieId);
        int theaterSlot = _theaters.SlotOf(showtime.TheaterId);
        CatalogueState.Require(movieSlot >= 0 && theaterSlot >= 0, "2. a showtime's film and theater exist");
        if (row >= 0)
        {
            _showtimes.Replace(row, showtime, movieSlot);
            return;
        }

        SeatPlanMasks masks = MasksOf(_theaters.At(theaterSlot).Record.Plan);
        _showtimes.Add(showtime, movieSlot, theaterSlot, new ShowtimeSeats(masks));
    }

    private void Cancel(ShowtimeCancelled fact)
    {
        int row = _showtimes.RowOf(fact.ShowtimeId);
        CatalogueState.Require(row >= 0, "a cancelled showtime exists");
        Showtime former = _showtimes.Record(row);
        Showtime cancelled = former with { Status = ShowtimeStatus.Cancelled, Revision = fact.Revision };
        _showtimes.Replace(row, cancelled, _showtimes.Keys[row].MovieSlot);
    }

    private SeatPlanMasks MasksOf(SeatPlan plan)
    {
        if (_plans.TryGetValue(plan.ContentHash, out SeatPlanMasks? masks)) return masks;
        masks = new SeatPlanMasks(plan);
        _plans.Add(plan.ContentHash, masks);
        return masks;
    }

    private ShowtimeListing ListingOf(int row)
    {
        ShowtimeKeys keys = _showtimes.Keys[row];
        Movie movie = _movies.At(keys.MovieSlot).Record;
        Theater theater = _theaters.At(keys.TheaterSlot).Record;
        return new ShowtimeListing(_showtimes.Record(row), movie, theater, _showtimes.Seats(row).Availability);
    }
}
