namespace Catalog.Shell.Booking.Chatbot;

/// <summary>Other words for genres.</summary>
internal static class GenreWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Science Fiction"] = "sci fi|scifi|sf|space",
        ["Comedy"] = "comedies|funny|comic|laugh|hilarious",
        ["Romance"] = "romances|romantic|love story|date night",
        ["Horror"] = "horrors|scary|spooky|frightening",
        ["Thriller"] = "thrillers|suspense|gripping",
        ["Drama"] = "dramas|dramatic",
        ["Animation"] = "animated|animations|cartoon|cartoons",
        ["Documentary"] = "documentaries|docu|true story",
        ["Crime"] = "crimes|gangster|heist",
        ["Fantasy"] = "fantasies|magic|magical",
        ["Mystery"] = "mysteries|whodunit|detective",
        ["Adventure"] = "adventures|adventurous",
        ["War"] = "wars|war film",
    };

    /// <summary>A genre's names: its own first.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(string genre)
    {
        yield return new(genre, genre);
        if (!Words.TryGetValue(genre, out string? words)) yield break;
        foreach (string word in words.Split('|')) yield return new(genre, word);
    }
}
