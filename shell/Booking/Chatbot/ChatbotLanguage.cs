using System.Globalization;
using Catalog.Engine.Booking;
using Catalog.Engine.Models.Text;
using Catalog.Engine.Models.Text.Intents;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>
/// What the chatbot understands of one state of the catalogue: names, and what films are about. Immutable, thread-safe.
/// </summary>
internal sealed class ChatbotLanguage
{
    private static readonly string[] Units =
        ["seat", "seats", "people", "persons", "person", "tickets", "ticket", "friends", "adults", "kids", "places"];

    private static readonly IntentGrammar Grammar = BookingGrammar.Create();

    private readonly TextEmbedder _embedder = new();
    private readonly VectorTable _films;

    /// <summary>Makes it. O(text of films).</summary>
    public ChatbotLanguage(IReadOnlyList<Movie> movies, IReadOnlyList<Theater> theaters)
    {
        ISlotRecognizer[] values =
        [
            new TimeSlot(ChatbotSlots.When, assumesEvening: true),
            new MoneySlot(ChatbotSlots.Price),
            new CountSlot(ChatbotSlots.Count, Units),
        ];
        var common = new HashSet<string>(Grammar.Vocabulary);
        foreach (ISlotRecognizer value in values) common.UnionWith(value.Vocabulary);
        NameSlot Names(string slot, IEnumerable<KeyValuePair<string, string>> names) => new(slot, names, common);
        ISlotRecognizer[] recognizers =
        [
            Names(ChatbotSlots.Film, movies.Select(static movie => Pair(Id(movie.Id), movie.Title))),
            Names(ChatbotSlots.Cinema, theaters.Select(static theater => Pair(Id(theater.Id), theater.Name))),
            Names(ChatbotSlots.City, theaters.Select(static t => t.City).Distinct().Select(static c => Pair(c, c))),
            Names(ChatbotSlots.Genre, movies.Select(static movie => movie.Genre).Distinct().SelectMany(GenreWords.Of)),
            .. values,
        ];
        Parser = new IntentParser(Grammar, recognizers);
        foreach (Movie movie in movies) _embedder.Learn(TextOf(movie));
        _films = new VectorTable(_embedder.Dimensions, Math.Max(1, movies.Count));
        foreach (Movie movie in movies) _films.Put(movie.Id, _embedder.Embed(TextOf(movie)));
    }

    /// <summary>Understands questions.</summary>
    public IntentParser Parser { get; }

    /// <summary>Films whose title or description is near to a text, nearest first.</summary>
    public IReadOnlyList<ulong> FilmsLike(string text, int count, float leastSimilarity)
    {
        Span<Neighbour> page = stackalloc Neighbour[count];
        int found = _films.Search(_embedder.Embed(text), page);
        var ids = new List<ulong>(found);
        foreach (Neighbour film in page[..found])
            if (film.Similarity >= leastSimilarity) ids.Add(film.Id);
        return ids;
    }

    private static KeyValuePair<string, string> Pair(string key, string name) => new(key, name);

    private static string Id(ulong id) => id.ToString(CultureInfo.InvariantCulture);

    private static string TextOf(Movie movie) => $"{movie.Title}. {movie.Description} {movie.Genre}";
}
