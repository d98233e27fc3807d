using Catalog.Engine.Booking;
using Catalog.Shell.Booking.Contracts;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>An answer being put together: words, and what they speak of. Not thread-safe.</summary>
internal sealed class ChatbotReply
{
    /// <summary>Rows of a kind, at most: a conversation, not a list.</summary>
    public const int MaxRows = 6;

    private readonly List<string> _lines = [];

    /// <summary>The answer in words.</summary>
    public string Text => string.Join('\n', _lines);

    public List<Movie> Films { get; } = [];

    public List<ShowtimeListing> Showtimes { get; } = [];

    public List<BookingAnswer> Bookings { get; } = [];

    public List<Theater> Theaters { get; } = [];

    public List<ChatbotLink> Links { get; } = [];

    public List<string> Suggestions { get; } = [];

    /// <summary>Adds a sentence or a line.</summary>
    public ChatbotReply Say(string line)
    {
        _lines.Add(line);
        return this;
    }

    /// <summary>Offers what may be asked next.</summary>
    public ChatbotReply Suggest(params string[] questions)
    {
        foreach (string question in questions)
            if (Suggestions.Count < 4) Suggestions.Add(question);
        return this;
    }

    /// <summary>Names a page.</summary>
    public ChatbotReply Link(string label, string href)
    {
        Links.Add(new ChatbotLink(label, href));
        return this;
    }
}
