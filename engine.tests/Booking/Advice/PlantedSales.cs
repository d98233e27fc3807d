using Catalog.Engine.Booking;
using Catalog.Engine.Booking.Advice;
using Catalog.Engine.Models;

namespace Catalog.Engine.Tests.Booking.Advice;

/// <summary>
/// Half a year of a small house whose truth is known: two cities, films of three genres that each sell so much better
/// than others, evenings and weekends, prices tried out, one day without payments, people who each like one genre.
/// </summary>
internal sealed class PlantedSales
{
    public const long HourMs = 60 * 60 * 1000;
    public const long DayMs = 24 * HourMs;
    public const double Elasticity = -1.6;
    public const ulong Flop = 6;
    public const ulong Hit = 1;
    public const int Days = 120;
    private const int People = 1_200;
    private const int AheadDays = 7;
    private static readonly string[] Genres = ["Drama", "Comedy", "Horror"];
    private static readonly double[] FilmFactors = 
        [2, 1.2, 1, 0.8, 1, 0.15, 1.1, 0.9, 0.8, 1.2, 1, 0.9, 0.8, 1.1, 1, 1.2, 0.9, 0.8];
    private static readonly double[] Weekdays = [1.3, 0.7, 0.7, 0.8, 0.9, 1.4, 1.6];
    private static readonly (int Hour, double Factor)[] Hours = [(14, 0.5), (17, 0.9), (20, 1.7)];
    private static readonly int[] PricePercents = [100, 100, 100, 80, 120];
    private readonly SeededRandom _random = new(11);
    private readonly SeatPlan _plan = SeatPlan.Rectangle(16, 20);
    private readonly List<ShowtimeListing> _listings = [];
    private readonly List<UserBooking> _bookings = [];
    private ulong _lastBooking;

    public PlantedSales()
    {
        Theaters = [.. Enumerable.Range(0, 4).Select(TheaterOf)];
        Movies = [.. Enumerable.Range(0, FilmFactors.Length).Select(MovieOf)];
        for (int day = 0; day < Days + AheadDays; day++) PlanDay(day);
    }

    /// <summary>The 1st of January 2026, a Thursday.</summary>
    public static long BeginMs { get; } =
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>A Friday noon.</summary>
    public static long NowMs { get; } = BeginMs + (Days * DayMs) + (12 * HourMs);

    /// <summary>The day payments failed.</summary>
    public static DateOnly Outage { get; } = new(2026, 3, 10);

    public Theater[] Theaters { get; }

    public Movie[] Movies { get; }

    public IReadOnlyList<ShowtimeListing> Listings => _listings;

    public SalesHistory Build(long untilMs = long.MaxValue)
    {
        var builder = new SalesHistoryBuilder();
        builder.Add([.. _listings]);
        builder.Add([.. _bookings.Where(booking => booking.CreatedAtMs < untilMs)]);
        return builder.Build();
    }

    /// <summary>Showtimes to come, as they stand.</summary>
    public UpcomingShowtime[] Upcoming() =>
    [
        .. _listings.Where(each => each.Showtime.StartsAtMs > NowMs).Select(each =>
        {
            int sold = _bookings.Where(b => b.ShowtimeId == each.Showtime.Id && b.CreatedAtMs < NowMs)
                .Sum(b => b.Claim.PartySize);
            return ShowOf(each, sold);
        }),
    ];

    public static UpcomingShowtime ShowOf(ShowtimeListing each, int sold) => new(
        each.Showtime.Id, each.Showtime.StartsAtMs, each.Movie, each.Theater, each.Showtime.Prices.BaseCents,
        each.Theater.Plan.Capacity - sold, sold, each.Theater.Plan.Capacity);

    /// <summary>Seats a showtime sells on average.</summary>
    public static double Truth(in UpcomingShowtime show, int pricePercent = 100)
    {
        DateTime at = DateTimeOffset.FromUnixTimeMilliseconds(show.StartsAtMs).UtcDateTime;
        double hour = Hours.First(each => each.Hour == at.Hour).Factor;
        return 26 * FilmFactors[show.Movie.Id - 1] * Weekdays[(int)at.DayOfWeek] * hour
            * Math.Pow(pricePercent / 100.0, Elasticity);
    }

    /// <summary>The genre somebody likes.</summary>
    public static string LikedBy(ulong user) => Genres[user % 3];

    private Theater TheaterOf(int index) => new()
    {
        Id = (ulong)index + 1,
        Name = $"Hall {index + 1}",
        City = index % 2 == 0 ? "Aldenport" : "Veldmere",
        Latitude = 50 + (index % 2) + (index * 0.01),
        Longitude = 8,
        Plan = _plan,
    };

    private static Movie MovieOf(int index) => new()
    {
        Id = (ulong)index + 1,
        Title = $"Film {index + 1}",
        DurationMinutes = 100,
        Genre = Genres[index % 3],
        ReleasedOn = new DateOnly(2025, 12, 1),
    };

    private void PlanDay(int day)
    {
        foreach (Theater theater in Theaters)
        {
            foreach ((int hour, _) in Hours)
            {
                int percent = PricePercents[_random.Next(PricePercents.Length)];
                var showtime = new Showtime
                {
                    Id = (ulong)_listings.Count + 1,
                    MovieId = Movies[_random.Next(Movies.Length)].Id,
                    TheaterId = theater.Id,
                    StartsAtMs = BeginMs + (day * DayMs) + (hour * HourMs),
                    Prices = new ZonePrices(10 * percent),
                };
                Movie movie = Movies[showtime.MovieId - 1];
                var listing = new ShowtimeListing(
                    showtime, movie, theater, new ShowtimeAvailability(_plan.Capacity, 0, 0, 0, 20));
                _listings.Add(listing);
                Sell(listing, Truth(ShowOf(listing, 0), percent));
            }
        }
    }

    private void Sell(ShowtimeListing listing, double mean)
    {
        double seats = mean * Math.Exp((0.15 * _random.NextGauss()) - 0.011);
        for (double left = seats / 2; left > 0; left--)
        {
            if (left < 1 && _random.NextDouble() > left) break;
            double days = _random.NextDouble() < 0.35 ? 0.4 * _random.NextDouble()
                : -2 * Math.Log(1 - _random.NextDouble());
            long timeMs = listing.Showtime.StartsAtMs - (long)(days * DayMs) - 1;
            long dayMs = timeMs / DayMs * DayMs;
            bool isOutage = DateOnly.FromDateTime(
                DateTimeOffset.FromUnixTimeMilliseconds(dayMs).UtcDateTime) == Outage;
            if (timeMs < BeginMs || (isOutage && _random.NextDouble() < 0.85)) continue;
            _bookings.Add(BookingOf(listing, timeMs));
        }
    }

    private UserBooking BookingOf(ShowtimeListing listing, long timeMs)
    {
        // Somebody of the city, nine times in ten somebody who likes the genre.
        ulong user = (ulong)_random.Next(People / 6) * 6;
        ulong wanted = (ulong)Array.IndexOf(Genres, listing.Movie.Genre);
        ulong genre = _random.NextDouble() < 0.9 ? wanted : (ulong)_random.Next(3);
        ulong city = listing.Theater.City == "Aldenport" ? 0UL : 1;
        user += city == genre % 2 ? genre : genre + 3;
        return new UserBooking
        {
            ShowtimeId = listing.Showtime.Id,
            BookingId = ++_lastBooking,
            UserId = user + 6,
            PaymentId = _lastBooking,
            Claim = new SeatClaim(new SeatList([0, 1]), 0, 0, 2 * listing.Showtime.Prices.BaseCents),
            Status = UserBookingStatus.Confirmed,
            Position = (long)_lastBooking,
            CreatedAtMs = timeMs,
            AtMs = timeMs,
            IsLate = false,
            IsByHouse = false,
            WasOffered = false,
            WasExtended = false,
        };
    }
}
