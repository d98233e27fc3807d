using Catalog.Engine.Analytics;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>What booking's rollups and customers are to say, counted fact by fact, as plainly as can be.</summary>
internal sealed class InsightRecount
{
    private readonly Dictionary<ulong, Showtime> _showtimes = [];
    private readonly Dictionary<ulong, string> _genres = [];
    private readonly Dictionary<ulong, string> _cities = [];
    private readonly Dictionary<(ulong, ulong), (long StartMs, int Step)> _ways = [];
    private readonly Dictionary<string, Dictionary<string, long>> _sums = [];

    public Dictionary<ulong, (long Acts, long Amount)> Customers { get; } = [];

    /// <summary>The sums of a measure, by key.</summary>
    public Dictionary<string, long> SumsOf(string measure) => _sums.GetValueOrDefault(measure, []);

    public void Count(EventEnvelope fact)
    {
        EventHeader header = fact.Header;
        if (header.Partition.System == CatalogueMachine.Id) CountCatalogue(fact);
        if (header.Partition.System != ShowtimeMachine.Id) return;
        switch (header.Type)
        {
            case 10: Reserve(header, fact.Read<SeatsHeld>().BookingId); break;
            case 42: Reserve(header, fact.Read<OfferMade>().BookingId); break;
            case 20: Step(header, fact.Read<PaymentStarted>().BookingId, 1, "paying"); break;
            case 22: Confirm(header, fact.Read<BookingConfirmed>()); break;
            case 24: Cancel(header, fact.Read<BookingCancelled>()); break;
            default: break;
        }
    }

    private void CountCatalogue(EventEnvelope fact)
    {
        if (fact.Header.Type == ShowtimeSaved.TypeId)
        {
            Showtime showtime = fact.Read<ShowtimeSaved>().Showtime;
            _showtimes[showtime.Id] = showtime;
        }

        if (fact.Header.Type == MovieSaved.TypeId)
            _genres[fact.Read<MovieSaved>().Movie.Id] = fact.Read<MovieSaved>().Movie.Genre;
        if (fact.Header.Type == TheaterSaved.TypeId)
            _cities[fact.Read<TheaterSaved>().Theater.Id] = fact.Read<TheaterSaved>().Theater.City;
    }

    private void Reserve(EventHeader header, ulong booking)
    {
        Add("peak.reservations", PeakOf(header), 1);
        _ways.TryAdd((header.Partition.Key, booking), (header.TimeMs, 0));
        Add("funnel.reserved", DayOf(header.TimeMs), 1);
    }

    private void Step(EventHeader header, ulong booking, int step, string name)
    {
        if (!_ways.TryGetValue((header.Partition.Key, booking), out (long StartMs, int Step) way)) return;
        if (way.Step != step - 1 || header.TimeMs > way.StartMs + TimeBuckets.HourMs) return;
        _ways[(header.Partition.Key, booking)] = way with { Step = step };
        Add("funnel." + name, DayOf(way.StartMs), 1);
    }

    private void Confirm(EventHeader header, BookingConfirmed fact)
    {
        long cents = fact.Claim.AmountCents;
        AddToPlace(header, cents, fact.Claim.PartySize);
        Add("peak.bookings", PeakOf(header), 1);
        Add("peak.paid", PeakOf(header), cents);
        Add("customer.bookings", Customers.ContainsKey(fact.UserId) ? "1" : "0", 1);
        (long acts, long amount) = Customers.GetValueOrDefault(fact.UserId);
        Customers[fact.UserId] = (acts + 1, amount + cents);
        Step(header, fact.BookingId, 2, "confirmed");
    }

    private void Cancel(EventHeader header, BookingCancelled fact)
    {
        long cents = fact.Claim.AmountCents;
        AddToPlace(header, -cents, 0);
        (long acts, long amount) = Customers[fact.UserId];
        Customers[fact.UserId] = (acts, amount - cents);
    }

    /// <summary>To its film and theater, where a catalogue says which they are.</summary>
    private void AddToPlace(EventHeader header, long cents, int seats)
    {
        if (!_showtimes.TryGetValue(header.Partition.Key, out Showtime? showtime)) return;
        Add("genre.revenue", _genres[showtime.MovieId], cents);
        Add("city.revenue", _cities[showtime.TheaterId], cents);
        Add("theater.seats", $"{showtime.TheaterId}/{showtime.MovieId}", seats);
    }

    private static string DayOf(long timeMs) =>
        DateTimeOffset.FromUnixTimeMilliseconds(timeMs).UtcDateTime.Date.ToString("yyyy-MM-dd", null);

    private static string PeakOf(EventHeader header)
    {
        DateTime time = DateTimeOffset.FromUnixTimeMilliseconds(header.TimeMs).UtcDateTime;
        int weekday = time.DayOfWeek == DayOfWeek.Sunday ? 6 : (int)time.DayOfWeek - 1;
        return $"{weekday}/{time.Hour}";
    }

    private void Add(string measure, string key, long value)
    {
        if (!_sums.TryGetValue(measure, out Dictionary<string, long>? sums)) _sums[measure] = sums = [];
        sums[key] = sums.GetValueOrDefault(key) + value;
    }
}
