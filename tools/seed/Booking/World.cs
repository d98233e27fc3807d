using Catalog.Engine.Booking;
using Catalog.Seed.Shared;

namespace Catalog.Seed.Booking;

/// <summary>Everything that is there before anybody books.</summary>
internal sealed record World
{
    /// <summary>The present, milliseconds since 1970.</summary>
    public required long NowMs { get; init; }

    /// <summary>Before everything, milliseconds since 1970.</summary>
    public required long BeginMs { get; init; }

    /// <summary>Theaters; the index is the id less 1, and modulo the cities the city.</summary>
    public required Theater[] Theaters { get; init; }

    /// <summary>Cities that have theaters.</summary>
    public required int Cities { get; init; }

    /// <summary>Films, the most wanted first; the index is the id less 1.</summary>
    public required Movie[] Movies { get; init; }

    /// <summary>Showtimes; the index is the id less 1.</summary>
    public required Showtime[] Showtimes { get; init; }

    /// <summary>Names and addresses of the accounts to be made.</summary>
    public required (string Name, string Email)[] Accounts { get; init; }

    /// <summary>Who may book; the first is the demo customer.</summary>
    public required Person[] People { get; init; }

    /// <summary>What is hidden in the history for models to find.</summary>
    public required Planted Planted { get; init; }

    /// <summary>Makes it: the same request, the same world.</summary>
    public static World Create(SeedRequest request, Volumes volumes)
    {
        long todayMs = Season.DayOf(request.NowMs);
        var today = DateOnly.FromDateTime(request.Now.UtcDateTime);
        Theater[] theaters = TheaterMaker.Make(volumes.Theaters, volumes.Cities, request.ChanceFor(1));
        Movie[] movies = MovieMaker.Make(volumes.Movies, today, request.ChanceFor(2));
        var programme = new ShowtimeMaker(theaters, movies, request.ChanceFor(3));
        long firstMs = todayMs - (Volumes.PastDays * Season.DayMs);
        long lastMs = request.NowMs + (Volumes.FutureDays * Season.DayMs);
        List<Showtime> past = programme.Make(firstMs, todayMs, volumes.PastShowtimes);
        List<Showtime> future = programme.Make(request.NowMs + Season.HourMs, lastMs, volumes.FutureShowtimes);
        return new World
        {
            NowMs = request.NowMs,
            BeginMs = firstMs - Season.DayMs,
            Planted = Planted.Create(volumes, todayMs, request.ChanceFor(8)),
            Theaters = theaters,
            Cities = volumes.Cities,
            Movies = movies,
            Showtimes = [.. past, .. future],
            Accounts = PeopleMaker.Names(volumes.Users, request.ChanceFor(4)),
            People = PeopleMaker.Make(volumes.Users, volumes.Cities, request.ChanceFor(5)),
        };
    }

    /// <summary>The theater of a showtime.</summary>
    public Theater TheaterOf(Showtime showtime) => Theaters[(int)showtime.TheaterId - 1];

    /// <summary>The film of a showtime.</summary>
    public Movie MovieOf(Showtime showtime) => Movies[(int)showtime.MovieId - 1];
}
