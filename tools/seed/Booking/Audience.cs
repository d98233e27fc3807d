using Catalog.Engine.Booking;
using Catalog.Seed.Shared;

namespace Catalog.Seed.Booking;

/// <summary>
/// Draws who books: people of the theater's city, rather those who like the genre, live near and go often; now and then
/// a visitor from elsewhere.
/// </summary>
internal sealed class Audience
{
    private const double VisitorShare = 0.06;
    private const double NearKm = 5;
    private const int Tries = 4;
    private readonly World _world;
    private readonly Random _random;
    private readonly int[][] _byCity;
    private readonly AliasTable?[] _tables;
    private readonly int[] _genreOf;

    /// <summary>Makes it. O(people × genres) once every genre was shown in every city.</summary>
    public Audience(World world, Random random)
    {
        _world = world;
        _random = random;
        _byCity = new int[world.Cities][];
        for (int city = 0; city < _byCity.Length; city++)
        {
            int[] locals = [.. Enumerable.Range(0, world.People.Length).Where(i => IsRegular(i, city))];
            // A small world may have a city where nobody goes out: then everybody may.
            _byCity[city] = locals.Length > 0 ? locals : [.. Enumerable.Range(0, world.People.Length)];
        }

        _tables = new AliasTable?[world.Cities * MovieMaker.GenreCount];
        _genreOf = [.. world.Movies.Select(MovieMaker.GenreOf)];
    }

    /// <summary>Draws somebody for a showtime; the answer is a person's index.</summary>
    public int Draw(Showtime showtime)
    {
        int theater = (int)showtime.TheaterId - 1;
        int genre = _genreOf[showtime.MovieId - 1];
        int city = theater % _world.Cities;
        bool isVisitor = _random.NextDouble() < VisitorShare;
        if (isVisitor) city = _random.Next(_world.Cities);
        AliasTable table = _tables[(city * MovieMaker.GenreCount) + genre] ??= TableOf(city, genre);
        (double, double) at = (_world.Theaters[theater].Latitude, _world.Theaters[theater].Longitude);
        int person = _byCity[city][table.Draw(_random)];
        for (int i = 1; i < Tries && !isVisitor; i++)
        {
            double distanceKm = CityList.DistanceKm(_world.People[person].Home, at);
            if (_random.NextDouble() < Math.Exp(-distanceKm / NearKm)) break;
            person = _byCity[city][table.Draw(_random)];
        }

        return person;
    }

    private bool IsRegular(int person, int city) =>
        _world.People[person].City == city && _world.People[person].Activity > 0;

    private AliasTable TableOf(int city, int genre)
    {
        int[] locals = _byCity[city];
        double[] weights = new double[locals.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            Person person = _world.People[locals[i]];
            double taste = person.Genres.First == genre ? 14 : person.Genres.Second == genre ? 5 : 0.5;
            weights[i] = person.Activity * taste;
        }

        return new AliasTable(weights);
    }
}
