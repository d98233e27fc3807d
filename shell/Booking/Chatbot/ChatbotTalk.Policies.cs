using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Chatbot;

/// <content>The house's rules, and small talk. The rules are the engine's own; numbers are taken from it.</content>
internal sealed partial class ChatbotTalk
{
    private const int HoldMinutes = Showtime.DefaultHoldMs / 60_000;

    private ChatbotReply? Policy(string intent, ChatbotReply reply) => intent switch
    {
        ChatbotIntents.Hold => reply
            .Say($"Seats are held for you for {HoldMinutes} minutes while you pay, unless the showtime says otherwise.")
            .Say("You can extend a hold once. When it runs out, the seats are free for others.")
            .Suggest("How can I pay?", "How does the waiting list work?"),
        ChatbotIntents.Payment => reply
            .Say("You pay by card when you confirm a booking. A declined payment leaves your seats held until the hold "
                + "ends.")
            .Say("You are never charged twice for one booking, and if your seats are gone the money goes back by "
                + "itself.")
            .Suggest("Can I get a refund?"),
        ChatbotIntents.Waiting => reply
            .Say("When a showtime is sold out you can join its waiting list. Seats that come back are held for the "
                + "first whose wish they meet, for 10 minutes, and you get a mail.")
            .Say("Very popular showtimes have a waiting room: you queue there, and it shows your place.")
            .Suggest("What is on tonight?"),
        ChatbotIntents.Access => reply
            .Say("Theaters have wheelchair places with companion seats beside them. They are given only to who asks "
                + "for them: say so when you choose seats, or let the best seats be chosen with accessible places.")
            .Suggest("Which theaters are there?"),
        ChatbotIntents.Group => reply
            .Say($"A booking has at most {SeatList.MaxCount} seats. For a larger group make several bookings.")
            .Suggest("Seats for 10 tomorrow"),
        ChatbotIntents.Greeting => reply
            .Say("Hello! I can find films and showtimes, check seats and prices, and show your bookings.")
            .Suggest("What is on tonight?", "Any comedies this weekend?", "Can I get a refund?"),
        ChatbotIntents.Thanks => reply.Say("You are welcome. Enjoy the film!").Suggest("What is on tonight?"),
        ChatbotIntents.Help => reply
            .Say("Ask me for films (\"any comedies this weekend?\"), showtimes (\"when is … playing in …\"), free "
                + "seats (\"4 seats together on friday evening\"), prices (\"under 12 euros\"), your bookings, and the "
                + "rules for refunds, holds and payments.")
            .Say("To book, choose a showtime and pick your seats there; I cannot buy for you.")
            .Suggest("What is on tonight?", "Show my bookings", "How long are seats held?"),
        _ => null,
    };
}
