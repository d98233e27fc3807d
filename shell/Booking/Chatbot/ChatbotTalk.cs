using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>
/// Answers questions from live data, and says so when it does not know. Every fact is looked up when it is asked for.
/// Thread-safe.
/// </summary>
internal sealed partial class ChatbotTalk(
    ChatbotSearch search, CatalogueLexicon lexicon, ChatbotBookings bookings, BookingOptions options)
{
    /// <summary>Below this the question is not taken to be understood.</summary>
    private const double LeastConfidence = 0.2;

    /// <summary>How near a film must be to words that are no name of it.</summary>
    private const float LeastSimilarity = 0.16f;

    /// <summary>Answers a question.</summary>
    public async Task<ChatbotReply> AnswerAsync(ChatbotQuestion question, CancellationToken cancel)
    {
        var reply = new ChatbotReply();
        switch (question.Intent)
        {
            case ChatbotIntents.Privacy:
                return reply.Say("I can only show you your own bookings, never anybody else's.")
                    .Suggest("Show my bookings");
            case ChatbotIntents.MyBookings:
                await bookings.AnswerAsync(question, reply, cancel);
                return reply;
            case ChatbotIntents.Refund:
                await bookings.RefundAsync(question, reply, cancel);
                return reply;
            default:
                return Policy(question.Intent, reply) ?? Look(question, reply);
        }
    }

    private ChatbotReply Look(ChatbotQuestion question, ChatbotReply reply)
    {
        bool isUnsure = question.Parsed.Intent is not null && question.Parsed.Confidence < LeastConfidence
            && question.Parsed.Slots.Count == 0;
        if (isUnsure) return DoNotKnow(question, reply);
        bool needsFilm = question.Intent is ChatbotIntents.About;
        if (question.Films.Count > 1 && (needsFilm || question.Films.Count > 3)) return Ask(question, reply);
        return question.Intent switch
        {
            ChatbotIntents.Films => Films(question, reply),
            ChatbotIntents.Showtimes => Showtimes(question, reply),
            ChatbotIntents.Seats => Seats(question, reply),
            ChatbotIntents.Price => Price(question, reply),
            ChatbotIntents.About => About(question, reply),
            ChatbotIntents.Theaters => Theaters(question, reply),
            _ => DoNotKnow(question, reply),
        };
    }

    /// <summary>Several films have the words: which one?</summary>
    private ChatbotReply Ask(ChatbotQuestion question, ChatbotReply reply)
    {
        reply.Films.AddRange(search.Films(question.Films));
        reply.Say("Which of these films do you mean?");
        foreach (Movie film in reply.Films) reply.Suggest($"When is {film.Title} playing?");
        return reply;
    }

    private ChatbotReply DoNotKnow(ChatbotQuestion question, ChatbotReply reply)
    {
        string words = string.Join(' ', question.Parsed.NotUnderstood);
        IReadOnlyList<ulong> near = lexicon.Current().FilmsLike(words, 3, LeastSimilarity * 1.5f);
        reply.Films.AddRange(search.Films(near));
        reply.Say(reply.Films.Count > 0
            ? "I am not sure what you ask. These films have something of it:"
            : "I do not know that. I can find films and showtimes, check seats and prices, and show your bookings.");
        foreach (Movie film in reply.Films) reply.Say($"- {film.Title} ({film.Genre})");
        return reply.Suggest("What is on tonight?", "Show my bookings", "Can I get a refund?");
    }
}
