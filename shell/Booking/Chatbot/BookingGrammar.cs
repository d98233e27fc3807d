using Catalog.Engine.Models.Text.Intents;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>What people ask at a box office, and how.</summary>
public static class BookingGrammar
{
    /// <summary>The grammar.</summary>
    public static IntentGrammar Create()
    {
        IntentGrammar grammar = new IntentGrammar()
            .Synonyms("film", "film films movie movies flick flicks picture pictures feature features")
            .Synonyms("show", "show shows showing showings showtime showtimes screening screenings performance")
            .Synonyms("play", "play plays playing shown screened screen run runs running start starts begin begins")
            .Synonyms("seat", "seat seats place places spot spots room")
            .Synonyms("ticket", "ticket tickets booking bookings reservation reservations order orders")
            .Synonyms("cinema", "cinema cinemas theater theaters theatre theatres venue venues");
        AddBrowsing(grammar);
        AddBuying(grammar);
        AddPolicies(grammar);
        AddTalk(grammar);
        return grammar;
    }

    private static void AddBrowsing(IntentGrammar grammar) => grammar
        .Cue(ChatbotIntents.Films, 1.5, "what|which ... @film", "@film ... on|playing|running", "whats on",
            "what is on")
        .Cue(ChatbotIntents.Films, 1.5, "what is|whats good|new|worth", "idea|ideas|tip|tips")
        .Cue(ChatbotIntents.Films, 1.6, "recommend|recommendation|recommendations|suggest|suggestion|suggestions")
        .Cue(ChatbotIntents.Films, 1.2, "any|some|good|best|popular|new ... @film",
            "show|list|find|give me? ... @film")
        .Cue(ChatbotIntents.Films, 1.2, "something ... watch|see|for", "what ... watch|see", "should ... watch|see")
        .Cue(ChatbotIntents.Films, 1.4, "@film about|with|where", "popular|trending|hits", "mood for",
            "something {genre}")
        .Cue(ChatbotIntents.Films, 0.6, "{genre} @film?", "@film")
        .Expect(ChatbotIntents.Films, ChatbotSlots.Genre, 0.5)
        .Expect(ChatbotIntents.Films, ChatbotSlots.Film, -0.9)
        .Cue(ChatbotIntents.Showtimes, 1.8, "when ... {film}", "when ... @play", "what|which time|times",
            "when can i")
        .Cue(ChatbotIntents.Showtimes, 1.6, "@show ... for|of|in|at", "where ... {film}", "where can i",
            "@show times?")
        .Cue(ChatbotIntents.Showtimes, 1.2, "{film} ... @play", "@play ... {film}",
            "next|earliest|last|latest|first @show")
        .Cue(ChatbotIntents.Showtimes, 1.0, "schedule|timetable|programme|program|times",
            "see|watch|catch ... {film}")
        .Cue(ChatbotIntents.Showtimes, 0.7, "cheap|cheapest ... @show|@ticket", "late|matinee|early @show")
        .Cue(ChatbotIntents.Showtimes, 0.2, "{film} {when}")
        .Cue(ChatbotIntents.Showtimes, 0.5, "{when}", "{cinema}", "{city}")
        .Expect(ChatbotIntents.Showtimes, ChatbotSlots.Film, 0.6)
        .Cue(ChatbotIntents.About, 2.0, "happens|happen ... {film}")
        .Cue(ChatbotIntents.About, 2.0, "what ... {film} about", "tell ... about ... {film}", "{film} ... about")
        .Cue(ChatbotIntents.About, 2.0, "how long ... {film}", "how long ... @film|last|lasts|run|runs",
            "duration|length|runtime|minutes")
        .Cue(ChatbotIntents.About, 1.8, "age|rating|rated|suitable|kids|children|plot|story|synopsis|genre|description")
        .Cue(ChatbotIntents.Theaters, 1.9, "which|what|list ... @cinema", "@cinema in|near", "where ... {cinema}")
        .Cue(ChatbotIntents.Theaters, 1.6, "where ... {cinema}", "street|directions|located")
        .Cue(ChatbotIntents.Theaters, 1.8, "where is|are ... @cinema", "address|located|location|directions",
            "how ... get to")
        .Cue(ChatbotIntents.Theaters, 1.2, "@cinema ... {city}", "cities|city", "how many ... @cinema")
        .Expect(ChatbotIntents.Theaters, ChatbotSlots.Film, -1.0);

    private static void AddBuying(IntentGrammar grammar) => grammar
        .Cue(ChatbotIntents.Seats, 1.9, "@seat ... left|free|available|remaining|together")
        .Cue(ChatbotIntents.Seats, 1.9, "any|many|enough|free|available ... @seat",
            "@ticket ... left|available|remaining")
        .Cue(ChatbotIntents.Seats, 2.6, "availability|available|capacity", "fit|squeeze ... us|people",
            "fit ... {count}", "side by side")
        .Cue(ChatbotIntents.Seats, 1.5, "book|reserve|buy|get|want|need|order ... @seat|tickets|ticket")
        .Cue(ChatbotIntents.Seats, 1.5, "book|reserve|buy|get|want|need|order ... {count}")
        .Cue(ChatbotIntents.Seats, 2.4, "{count}")
        .Cue(ChatbotIntents.Seats, 2.6, "space|spaces", "anything|something|any|some left", "fit|squeeze")
        .Cue(ChatbotIntents.Seats, 3.6, "sold out", "full|fully|empty")
        .Cue(ChatbotIntents.Seats, 1.0, "book|reserve|buy", "next to each other", "together")
        .Cue(ChatbotIntents.Price, 4.2, "set ... back", "pay less|more", "pensioner|pensioners|seniors|students")
        .Cue(ChatbotIntents.Price, 4.2, "how much", "price|prices|cost|costs|pricey|expensive|fee|charge",
            "what ... pay for")
        .Cue(ChatbotIntents.Price, 1.4, "cheap|cheapest|cheaper", "ticket prices",
            "discount|discounts|student|senior")
        .Cue(ChatbotIntents.MyBookings, 2.6, "my @ticket|seats|purchases|purchase|history",
            "i|ive|we|weve booked|bought|reserved")
        .Cue(ChatbotIntents.MyBookings, 2.4, "have|did i|we ... book|booked|buy|bought|reserve|reserved",
            "am i booked")
        .Cue(ChatbotIntents.MyBookings, 1.5, "upcoming ... @ticket", "show|list|see|view|find|where ... my",
            "booking history")
        .Cue(ChatbotIntents.Privacy, 4.0,
            "@ticket|history|seats of|by|for user|users|customer|customers|everyone|everybody|others")
        .Cue(ChatbotIntents.Privacy, 4.0,
            "all|other|others|every|everyones|everybodys|anothers ... users|customers|bookings|peoples")
        .Cue(ChatbotIntents.Privacy, 4.0,
            "someone|somebody|another|other else|elses|user|person|customer|customers|people",
            "who ... booked|bought|reserved|sits|sitting|seat", "person|visitor|guest ... seat|row",
            "his|her|their|persons|neighbours @ticket",
            "user id|number ... @ticket", "@ticket ... user|customer|account");

    private static void AddPolicies(IntentGrammar grammar) => grammar
        .Cue(ChatbotIntents.Refund, 4.0, "refund|refunds|refunded|refundable|reimburse|reimbursed", "money back",
            "cancel|cancels")
        .Cue(ChatbotIntents.Refund, 3.4, "cancellation|cancellations|cancelled|cancelling|cancel", "get rid of",
            "give ... back")
        .Cue(ChatbotIntents.Refund, 3.2, "return ... @ticket", "cant make|come|attend|go",
            "change|exchange|swap ... @ticket|date")
        .Cue(ChatbotIntents.Hold, 2.8, "hold|holds|held|expire|expires|expired|timeout",
            "how long ... pay|keep|reserved|reserve")
        .Cue(ChatbotIntents.Hold, 5.0, "how much|long time ... have|pay|before|left",
            "time ... before|left ... seats|pay")
        .Cue(ChatbotIntents.Hold, 2.0, "ran|run|runs out",
             "extend|extension|countdown", "more time", "keep|kept ... seats",
            "run out|runs out of time")
        .Cue(ChatbotIntents.Payment, 2.6, "payment|payments|credit|debit|card|cards|paypal|cash|visa|mastercard",
            "pay with|by")
        .Cue(ChatbotIntents.Payment, 2.2, "how ... pay", "declined|decline", "charged twice", "invoice|receipt")
        .Cue(ChatbotIntents.Waiting, 3.0, "waiting list|room", "waitlist|waitinglist|queue|queueing|queuing|line",
            "wait for")
        .Cue(ChatbotIntents.Waiting, 4.2, "let me know", "inform|notify|alert me|us")
        .Cue(ChatbotIntents.Waiting, 1.5, "notify|notified|alert|tell me ... seats|free|available",
            "sold out ... what now|do")
        .Cue(ChatbotIntents.Access, 5.0,
            "wheelchair|wheelchairs|accessible|accessibility|disabled|disability|companion|carer")
        .Cue(ChatbotIntents.Group, 3.6, "at once", "one go", "how many ... book|buy|reserve")
        .Cue(ChatbotIntents.Group, 2.8, "how many ... once|most|maximum|limit|allowed",
            "group|groups|party booking|bookings|of")
        .Cue(ChatbotIntents.Group, 2.2, "more than ten|10", "limit|maximum|max ... @seat|@ticket",
            "school|class|company outing|trip");

    private static void AddTalk(IntentGrammar grammar) => grammar
        .Cue(ChatbotIntents.Greeting, 1.1, "hello|hi|hey|howdy|greetings|welcome",
            "good morning|afternoon|evening|day")
        .Cue(ChatbotIntents.Thanks, 1.4, "thanks|thank|thx|cheers|great|perfect|awesome|wonderful", "bye|goodbye",
            "see you")
        .Cue(ChatbotIntents.Help, 2.0, "what can you", "how ... work|works", "what ... you do|know", "who are you",
            "are you a")
        .Cue(ChatbotIntents.Help, 1.6, "help|support|assist|assistance|instructions|faq",
            "how do|can i book|buy|use");
}
