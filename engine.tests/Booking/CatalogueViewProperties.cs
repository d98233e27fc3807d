using Catalog.Engine.Booking;
using Catalog.Engine.Models.Text;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Booking;

/// <summary>Every list against the plainest way to make it.</summary>
public sealed class CatalogueViewProperties
{
    private const int Worlds = 4;

    [Fact]
    public void Every_filter_order_and_page_is_what_a_plain_query_gives() => EachWorld((world, _) =>
    {
        int found = 0;
        for (int i = 0; i < 150; i++)
        {
            ShowtimeQuery query = world.AnyQuery();
            IReadOnlyList<ulong> expected = world.Expected(query);
            found += expected.Count;
            for (int page = 1; page <= (expected.Count / query.Limit) + 2; page++)
            {
                IEnumerable<ulong> rows = expected.Skip((page - 1) * query.Limit).Take(query.Limit);
                CataloguePage<ShowtimeListing> actual = Browse(world, query with { Page = page });
                Assert.Equal(expected.Count, actual.Total);
                Assert.Equal(rows, Ids(actual));
                Assert.Equal(page * query.Limit < expected.Count, actual.NextCursor is not null);
            }
        }

        Assert.True(found > 1_000, $"{found} rows found in all");
    });

    [Fact]
    public void Walking_by_cursor_gives_every_row_once_and_in_order() => EachWorld((world, _) =>
    {
        for (int i = 0; i < 60; i++)
        {
            ShowtimeQuery query = world.AnyQuery();
            var walked = new List<ulong>();
            string? cursor = null;
            do
            {
                CataloguePage<ShowtimeListing> page = Browse(world, query with { Cursor = cursor });
                walked.AddRange(Ids(page));
                cursor = page.NextCursor;
                Assert.True(walked.Count <= world.Showtimes.Count);
            }
            while (cursor is not null);

            Assert.Equal(world.Expected(query), walked);
        }
    });

    [Fact]
    public void Availability_is_what_the_seats_are() => EachWorld((world, _) =>
    {
        world.View.CheckInvariants();
        foreach (Showtime showtime in world.Showtimes)
        {
            Assert.True(world.View.TryFindShowtime(showtime.Id, out ShowtimeListing listing));
            Assert.Equal(showtime, listing.Showtime);
            Assert.Equal(world.Count(showtime.Id, SeatStatus.Free), listing.Availability.Free);
            Assert.Equal(world.Count(showtime.Id, SeatStatus.Held), listing.Availability.Held);
            Assert.Equal(world.Count(showtime.Id, SeatStatus.Sold), listing.Availability.Sold);
            Assert.Equal(world.Count(showtime.Id, SeatStatus.Blocked), listing.Availability.Blocked);
            Assert.Equal(listing.Theater.TotalSeats, listing.Availability.Capacity);
        }
    });

    [Fact]
    public void Saved_and_loaded_it_is_the_same_model() => EachWorld((world, random) =>
    {
        byte[] saved = world.Saved();
        IReadOnlyList<ulong> before = Ids(Browse(world, new ShowtimeQuery { Sort = ShowtimeSort.Popularity }));
        world.ChangeSeats(world.Showtimes[random.Next(world.Showtimes.Count)].Id);
        Assert.NotEqual(saved, world.Saved());
        var reader = new MessagePackReader(saved);
        world.View.Load(ref reader);
        Assert.True(reader.End);
        world.View.CheckInvariants();
        Assert.Equal(saved, world.Saved());
        Assert.Equal(before, Ids(Browse(world, new ShowtimeQuery { Sort = ShowtimeSort.Popularity })));
    });

    [Fact]
    public void Films_and_theaters_are_listed_by_name_each_once() => EachWorld((world, random) =>
    {
        string[] genres = [.. world.Movies.Select(movie => movie.Genre).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(genres, world.View.Genres());
        var all = new MovieQuery { Genre = genres[random.Next(genres.Length)], Limit = random.Next(1, 4) };
        var walked = new List<Movie>();
        string? cursor = null;
        do
        {
            MovieQuery query = all with { Cursor = cursor };
            Assert.Equal(BrowseStatus.Ok, world.View.ListMovies(query, out CataloguePage<Movie> page));
            Assert.Equal(world.Movies.Count(movie => movie.Genre == all.Genre), page.Total);
            walked.AddRange(page.Rows);
            cursor = page.NextCursor;
        }
        while (cursor is not null && walked.Count <= world.Movies.Count);

        IEnumerable<ulong> expected = world.Movies.Where(movie => movie.Genre == all.Genre)
            .OrderBy(movie => TextFolding.Fold(movie.Title), StringComparer.Ordinal).ThenBy(movie => movie.Id)
            .Select(movie => movie.Id);
        Assert.Equal(expected, walked.Select(movie => movie.Id));
    });

    [Fact]
    public void A_films_detail_adds_up() => EachWorld((world, _) =>
    {
        foreach (Movie movie in world.Movies)
        {
            ShowtimeQuery upcoming = new() { MovieId = movie.Id };
            IReadOnlyList<ulong> expected = world.Expected(upcoming);
            MovieDetail? detail = world.View.FindMovieDetail(movie.Id, world.World.NowMs, 3);
            Assert.NotNull(detail);
            Assert.Equal(expected.Count, detail.UpcomingCount);
            Assert.Equal(expected.Take(3), detail.Next.Select(row => row.Showtime.Id));
            IEnumerable<Showtime> shown = world.Showtimes.Where(showtime => showtime.MovieId == movie.Id);
            Assert.Equal(shown.Sum(showtime => world.Count(showtime.Id, SeatStatus.Sold)), detail.SoldCount);
            IEnumerable<int> prices = shown.Where(row => expected.Contains(row.Id)).Select(row => row.Prices[0]);
            Assert.Equal(prices.DefaultIfEmpty().Min(), detail.FromCents);
        }
    });

    private static void EachWorld(Action<BrowseWorld, Random> test) => Seeds.Run(() =>
    {
        for (int i = 0; i < Worlds; i++)
        {
            Random random = Seeds.Random(500 + i);
            test(new BrowseWorld(random), random);
        }
    });

    private static CataloguePage<ShowtimeListing> Browse(BrowseWorld world, ShowtimeQuery query)
    {
        BrowseStatus status = world.View.Browse(query, world.World.NowMs, out CataloguePage<ShowtimeListing> page);
        Assert.Equal(BrowseStatus.Ok, status);
        return page;
    }

    private static IReadOnlyList<ulong> Ids(CataloguePage<ShowtimeListing> page) =>
        [.. page.Rows.Select(row => row.Showtime.Id)];
}
