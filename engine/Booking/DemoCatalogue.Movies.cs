namespace Catalog.Engine.Booking;

/// <content>The films.</content>
public static partial class DemoCatalogue
{
    private const ulong HitMovieId = 3;

    // Title, genre, minutes, age rating, what it is about.
    private static readonly (string Title, string Genre, int Minutes, string Rating, string Plot)[] Films =
    [
        ("The Salt Cartographer", "Drama", 118, "12", "A mapmaker charts a lake that dries up as she draws."),
        ("Nine Minutes to Tallow", "Thriller", 104, "16", "A signalman has one train's time to find a liar."),
        ("Ember Fleet", "Science Fiction", 141, "12", "The last tankers of a dead star race for its light."),
        ("Señora Pío and the Parrots", "Comedy", 96, "6", "A landlady rents her attic to a flock of witnesses."),
        ("The Quiet Orchestra", "Drama", 127, "6", "Musicians who lost their hearing prepare one concert."),
        ("Hollow Lantern", "Horror", 99, "16", "Who carries the light must not look at who follows."),
        ("Mossback", "Animation", 88, "0", "A tortoise carries a village, and it is moving day."),
        ("Two Tickets to Ørnevik", "Romance", 109, "6", "Strangers share a sleeper, a storm and a name."),
        ("Paper Regiment", "War", 133, "16", "Clerks at the front forge an army out of forms."),
        ("Glass Harbour", "Crime", 121, "16", "A diver finds her own initials in a sunken safe."),
        ("The Beekeeper's Alibi", "Mystery", 112, "12", "Forty thousand witnesses, and none of them talks."),
        ("Kitchen Gods", "Comedy", 101, "6", "Three cooks, one stove, and the critic of the city."),
        ("Northwind Express", "Adventure", 124, "6", "A balloon mail must cross the pass before winter."),
        ("A Theory of Swallows", "Romance", 106, "6", "A mathematician counts birds to avoid a wedding."),
        ("Deep Static", "Science Fiction", 116, "12", "A radio post hears tomorrow's weather report."),
        ("The Clockmaker's Twin", "Fantasy", 129, "6", "A town keeps two times, and one is running out."),
        ("Zero Hour Bakery", "Comedy", 94, "0", "At night a bakery is the only honest place."),
        ("Über den Fluss", "Drama", 137, "12", "A ferryman is told to stop, and does not."),
        ("Rust & Roses", "Romance", 103, "12", "A scrapyard, a florist, and a lease for both."),
        ("The Ninth Gatekeeper", "Fantasy", 146, "12", "Eight doors have opened. The last keeper is ten."),
        ("Saltwater Alphabet", "Documentary", 92, "0", "Island children write a dictionary of the sea."),
        ("Midnight Ledger", "Crime", 115, "16", "An auditor finds the sum that should not add up."),
        ("Captain Thimble", "Animation", 84, "0", "A sewing box goes to sea against the moths."),
        ("What the Glacier Kept", "Documentary", 98, "6", "The ice returns what was lost, a letter at a time."),
    ];

    private static Movie[] Movies(long nowMs)
    {
        DateOnly today = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays((int)(nowMs / DayMs));
        var movies = new Movie[Films.Length];
        for (int i = 0; i < movies.Length; i++)
        {
            movies[i] = new Movie
            {
                Id = (ulong)i + 1,
                Title = Films[i].Title,
                Description = Films[i].Plot,
                DurationMinutes = Films[i].Minutes,
                Genre = Films[i].Genre,
                Rating = Films[i].Rating,
                ReleasedOn = today.AddDays(-(i * 11 % 60)),
            };
        }

        return movies;
    }
}
