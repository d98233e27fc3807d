using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Chatbot;

/// <content>Films, showtimes, seats, prices, theaters.</content>
internal sealed partial class ChatbotTalk
{
    private ChatbotReply Films(ChatbotQuestion question, ChatbotReply reply)
    {
        // "A film about a glacier": words that name nothing are looked for in what films are about.
        bool isAbout = question.Parsed.NotUnderstood.Count > 0 && question.Films.Count == 0 && question.Genre is null;
        if (isAbout)
        {
            string words = string.Join(' ', question.Parsed.NotUnderstood);
            reply.Films.AddRange(search.Films(lexicon.Current().FilmsLike(words, 3, LeastSimilarity)));
            if (reply.Films.Count == 0)
                return reply.Say($"I know no film about {words}.").Suggest("What is on tonight?", "Any comedies?");
        }
        else
        {
            reply.Films.AddRange(question.Films.Count > 0
                ? search.Films(question.Films)
                : search.FilmsToCome(question, ChatbotReply.MaxRows));
        }

        if (reply.Films.Count == 0) return NothingFits(question, reply, "film");
        reply.Say(isAbout ? "These come near to that:" : $"I found {ChatbotText.Count(reply.Films.Count, "film")}:");
        foreach (Movie film in reply.Films)
            reply.Say($"- {film.Title} ({film.Genre}, {film.DurationMinutes} min): {film.Description}");
        return reply.Suggest($"When is {reply.Films[0].Title} playing?", $"What is {reply.Films[0].Title} about?");
    }

    private ChatbotReply Showtimes(ChatbotQuestion question, ChatbotReply reply)
    {
        reply.Showtimes.AddRange(search.Showtimes(question, question.Count is not null, ChatbotReply.MaxRows));
        if (reply.Showtimes.Count == 0) return NothingFits(question, reply, "showtime");
        reply.Say(reply.Showtimes.Count == 1 ? "This showtime fits:" : "The next showtimes that fit:");
        foreach (ShowtimeListing show in reply.Showtimes) reply.Say("- " + ChatbotText.Line(in show, options.Currency));
        return reply.Suggest("Are there seats together for 2?", "And tomorrow?", "How much is it?");
    }

    private ChatbotReply Seats(ChatbotQuestion question, ChatbotReply reply)
    {
        if (question.Count > SeatList.MaxCount) return Policy(ChatbotIntents.Group, reply)!;
        bool isOpen = question.Films.Count == 0 && !question.IsNarrowed && question.Genre is null;
        if (isOpen)
        {
            return reply.Say("For which film, and when? Then I look at the seats.")
                .Suggest("Seats for 2 tonight", "What is on tonight?");
        }

        reply.Showtimes.AddRange(search.Showtimes(question, mustBeFree: true, ChatbotReply.MaxRows));
        if (reply.Showtimes.Count == 0) return NoSeats(question, reply);
        string together = question.Count is > 1 and var n ? $", with {n} together" : "";
        reply.Say($"Yes, there are seats{together}:");
        foreach (ShowtimeListing show in reply.Showtimes)
        {
            ShowtimeAvailability seats = show.Availability;
            reply.Say($"- {show.Movie.Title}, {ChatbotText.Time(show.Showtime.StartsAtMs)}, {show.Theater.Name}: "
                + $"{seats.Free} of {seats.Capacity} free, up to {seats.Together} side by side");
        }

        return reply.Suggest("How much is it?", "How long are seats held?");
    }

    private ChatbotReply NoSeats(ChatbotQuestion question, ChatbotReply reply)
    {
        reply.Showtimes.AddRange(search.Showtimes(question, mustBeFree: false, ChatbotReply.MaxRows));
        if (reply.Showtimes.Count == 0) return NothingFits(question, reply, "showtime");
        string wish = question.Count is > 1 and var n ? $"{n} seats together" : "a free seat";
        reply.Say($"No, none of these has {wish}. You can wait for seats that come back:");
        foreach (ShowtimeListing show in reply.Showtimes) reply.Say("- " + ChatbotText.Line(in show, options.Currency));
        foreach (ShowtimeListing show in reply.Showtimes.Take(2))
        {
            reply.Link($"Waiting list, {ChatbotText.Time(show.Showtime.StartsAtMs)}",
                $"/booking/showtimes/{show.Showtime.Id}/waiting-list");
        }

        return reply.Suggest("How does the waiting list work?");
    }

    private ChatbotReply Price(ChatbotQuestion question, ChatbotReply reply)
    {
        IReadOnlyList<ShowtimeListing> shows = search.Showtimes(question, mustBeFree: true, count: 200);
        if (shows.Count == 0) return NothingFits(question, reply, "showtime with free seats");
        reply.Showtimes.AddRange(shows.OrderBy(static show => show.Showtime.Prices.BaseCents)
            .ThenBy(static show => show.Showtime.StartsAtMs).Take(ChatbotReply.MaxRows));
        reply.Say("The cheapest that fit, from the base price to the dearest zone:");
        foreach (ShowtimeListing show in reply.Showtimes)
        {
            string prices = ChatbotText.Prices(show.Showtime, options.Currency);
            string when = ChatbotText.Time(show.Showtime.StartsAtMs);
            reply.Say($"- {show.Movie.Title}, {when}, {show.Theater.Name}: {prices}");
        }

        return reply.Say("I know of no discounts.").Suggest("Are there seats together for 2?");
    }

    private ChatbotReply About(ChatbotQuestion question, ChatbotReply reply)
    {
        if (question.Films is not [var id] || search.Film(id, question.NowMs) is not { } detail)
            return reply.Say("Which film do you mean?").Suggest("What is on tonight?");
        Movie film = detail.Movie;
        reply.Films.Add(film);
        reply.Showtimes.AddRange(detail.Next.Take(3));
        string rating = film.Rating switch
        {
            "" => "has no age rating",
            "0" => "is for all ages",
            _ => $"is rated {film.Rating}",
        };
        reply.Say($"{film.Title} is of the genre {film.Genre}, runs {film.DurationMinutes} minutes and {rating}.");
        if (film.Description.Length > 0) reply.Say(film.Description);
        reply.Say(detail.UpcomingCount == 0 ? "No showtime of it is planned."
            : $"It has {ChatbotText.Count(detail.UpcomingCount, "showtime")} to come, from "
                + $"{ChatbotText.Money(detail.FromCents, options.Currency)}.");
        return reply.Suggest($"When is {film.Title} playing?", $"Seats for 2 for {film.Title}");
    }

    private ChatbotReply Theaters(ChatbotQuestion question, ChatbotReply reply)
    {
        (IReadOnlyList<Theater> theaters, int total, IReadOnlyList<string> cities) = search.Theaters(question);
        reply.Theaters.AddRange(theaters);
        if (total == 0) return reply.Say("I know no such theater.").Suggest("Which cities have theaters?");
        string where = question.City is { } city ? $" in {city}" : $", in {string.Join(", ", cities)}";
        if (question.Theaters.Count == 0) reply.Say($"There are {ChatbotText.Count(total, "theater")}{where}:");
        foreach (Theater theater in theaters)
        {
            string address = theater.Address.Length > 0 ? theater.Address + ", " : "";
            reply.Say($"- {theater.Name}: {address}{theater.City}, {theater.TotalSeats} seats");
        }

        return reply.Suggest($"What is on at {theaters[0].Name} tonight?");
    }

    /// <summary>Nothing fits: says so, and what comes nearest without the time or the price.</summary>
    private ChatbotReply NothingFits(ChatbotQuestion question, ChatbotReply reply, string what)
    {
        reply.Say($"I found no {what} that fits.");
        bool wasNarrow = question.When is not null || question.Price is not null || question.Count is not null;
        if (!wasNarrow) return reply.Suggest("What is on tonight?", "Which films are on?");
        ChatbotQuestion wider = question with { Parsed = question.Parsed with { Slots = [] } };
        reply.Showtimes.AddRange(search.Showtimes(wider, mustBeFree: true, count: 3));
        if (reply.Showtimes.Count > 0) reply.Say("What comes nearest:");
        foreach (ShowtimeListing show in reply.Showtimes) reply.Say("- " + ChatbotText.Line(in show, options.Currency));
        return reply.Suggest("What is on this weekend?");
    }
}
