using Catalog.Engine.Booking;

namespace Catalog.Seed.Booking;

/// <summary>Films with invented titles, released through the whole time and a little beyond.</summary>
internal static class MovieMaker
{
    private static readonly (string Name, string Rating, int Minutes)[] Kinds =
    [
        ("Drama", "12", 118), ("Comedy", "6", 100), ("Thriller", "16", 108), ("Science Fiction", "12", 128),
        ("Animation", "0", 90), ("Romance", "6", 106), ("Horror", "16", 97), ("Adventure", "6", 121),
        ("Crime", "16", 114), ("Fantasy", "12", 130), ("Documentary", "0", 94), ("Mystery", "12", 110),
    ];

    private static readonly string[] Adjectives =
    [
        "Silent", "Hollow", "Crimson", "Last", "Borrowed", "Winter", "Paper", "Distant", "Glass", "Restless", "Golden",
        "Broken", "Hidden", "Second", "Burning", "Midnight", "Wandering", "Iron", "Salt", "Forgotten", "Electric",
        "Gentle", "Drowned", "Invisible", "Northern", "Little", "Velvet", "Stolen", "Endless", "Quiet",
    ];

    private static readonly string[] Nouns =
    [
        "Cartographer", "Harbour", "Orchestra", "Lantern", "Regiment", "Alphabet", "Glacier", "Beekeeper", "Ledger",
        "Swallows", "Clockmaker", "Ferryman", "Gatekeeper", "Garden", "Signal", "Tide", "Archive", "Sparrow", "Theorem",
        "Carnival", "Embassy", "Mirror", "Atlas", "Comet", "Letters", "Bakery", "Lighthouse", "Caravan", "Choir",
        "Island",
    ];

    private static readonly string[] Heroes =
    [
        "A retired pilot", "A village teacher", "A pair of sisters", "An honest forger", "A night nurse",
        "A young botanist",
        "The last projectionist", "A stubborn mayor", "A band of thieves", "A court painter", "A lost astronaut",
        "A piano tuner",
    ];

    private static readonly string[] Deeds =
    [
        "must choose between the truth and a home", "finds a door that was never there",
        "has one summer to mend what a family broke", "follows a letter across half a continent",
        "learns that the town remembers everything", "bets it all on one impossible evening",
        "discovers who has been writing the map", "hides a guest nobody may see",
    ];

    /// <summary>The genres, in the order <see cref="GenreOf"/> counts them.</summary>
    public static int GenreCount => Kinds.Length;

    /// <summary>A genre's name by its number.</summary>
    public static string GenreName(int genre) => Kinds[genre].Name;

    /// <summary>A film's genre by number.</summary>
    public static int GenreOf(Movie movie) => Array.FindIndex(Kinds, kind => kind.Name == movie.Genre);

    /// <summary>Makes them; ids from 1. The earlier a film in the list, the more people will want it.</summary>
    public static Movie[] Make(int count, DateOnly today, Random random)
    {
        var titles = new HashSet<string>();
        var movies = new Movie[count];
        for (int i = 0; i < count; i++)
        {
            (string genre, string rating, int minutes) = Kinds[random.Next(Kinds.Length)];
            movies[i] = new Movie
            {
                Id = (ulong)i + 1,
                Title = TitleOf(titles, random),
                Description = $"{Heroes[random.Next(Heroes.Length)]} {Deeds[random.Next(Deeds.Length)]}.",
                DurationMinutes = Math.Clamp(minutes + random.Next(-14, 21), 78, ShowtimeMaker.LongestMinutes),
                Genre = genre,
                Rating = rating,
                ReleasedOn = today.AddDays(ReleaseDay(i, random)),
            };
        }

        return movies;
    }

    // One in eight is an old favourite that was there before it all; the first surely is, so that every day has a film.
    private static int ReleaseDay(int index, Random random) => index % 8 == 0
        ? -Volumes.PastDays - random.Next(20, 400)
        : random.Next(-Volumes.PastDays - 20, Volumes.FutureDays - 5);

    private static string TitleOf(HashSet<string> taken, Random random)
    {
        string adjective = Adjectives[random.Next(Adjectives.Length)];
        string noun = Nouns[random.Next(Nouns.Length)];
        string title = random.Next(4) switch
        {
            0 => $"The {adjective} {noun}",
            1 => $"{adjective} {noun}",
            2 => $"The {noun} of {Nouns[random.Next(Nouns.Length)]} Street",
            _ => $"{noun} and the {adjective} {Nouns[random.Next(Nouns.Length)]}",
        };
        string numbered = title;
        for (int part = 2; !taken.Add(numbered); part++) numbered = $"{title}, Part {part}";
        return numbered;
    }
}
