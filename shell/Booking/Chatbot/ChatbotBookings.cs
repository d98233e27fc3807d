using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Bookings;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>Questions about the caller's own bookings; nobody else's are ever looked at. Thread-safe.</summary>
internal sealed class ChatbotBookings(
    ProjectionView<UserBookings> bookings, ReadYourWrites writes, BookingAnswers answers)
{
    private const int Scanned = 200;

    /// <summary>Lists them.</summary>
    public async Task AnswerAsync(ChatbotQuestion question, ChatbotReply reply, CancellationToken cancel)
    {
        if (question.Caller is not { } caller)
        {
            reply.Say("Sign in, and I can show you your bookings.").Link("Sign in", "/sign-in");
            return;
        }

        await FindAsync(caller, question, reply, cancel);
        reply.Say(reply.Bookings.Count == 0
            ? "You have no paid or held bookings to come."
            : $"You have {ChatbotText.Count(reply.Bookings.Count, "booking")}:");
        foreach (BookingAnswer booking in reply.Bookings) reply.Say("- " + Line(booking));
        reply.Link("My bookings", "/booking/bookings").Suggest("Can I get a refund?", "What is on tonight?");
    }

    /// <summary>Says when money goes back, and shows what could be cancelled.</summary>
    public async Task RefundAsync(ChatbotQuestion question, ChatbotReply reply, CancellationToken cancel)
    {
        reply.Say("You can cancel a paid booking until the show begins; what you paid goes back to your card.")
            .Say("After the show has begun nothing is given back. If the house cancels a show, everybody is refunded.");
        if (question.Caller is { } caller)
        {
            await FindAsync(caller, question, reply, cancel);
            if (reply.Bookings.Count > 0) reply.Say("You can cancel under \"My bookings\"; I cannot do it for you.");
        }

        reply.Link("My bookings", "/booking/bookings").Suggest("Show my bookings", "How long are seats held?");
    }

    private async Task FindAsync(
        Caller caller, ChatbotQuestion question, ChatbotReply reply, CancellationToken cancel)
    {
        await writes.WaitAsync(bookings, cancel);
        var page = new UserBooking[Scanned];
        int count = bookings.Read((caller.UserId, page), static (all, ask) =>
            all.CopyPage(ask.UserId, BookingCursor.Start, ask.page, out _));
        foreach (UserBooking booking in page.AsSpan(0, count))
        {
            UserBookingStatus status = booking.StatusAt(question.NowMs);
            if (status > UserBookingStatus.Confirmed || reply.Bookings.Count == ChatbotReply.MaxRows) continue;
            BookingAnswer answer = answers.Booking(in booking, question.NowMs);
            bool isPast = answer.StartsAt is { } start
                && start < DateTimeOffset.FromUnixTimeMilliseconds(question.NowMs).UtcDateTime;
            if (!isPast) reply.Bookings.Add(answer);
        }
    }

    private static string Line(BookingAnswer booking)
    {
        string seats = booking.Places is { } places ? ChatbotText.Count(places, "place") : "";
        string more = seats.Length > 0 ? " and " + seats : "";
        if (booking.Seats.Count > 0) seats = string.Join(", ", booking.Seats) + more;
        long startMs = booking.StartsAt is { } start ? new DateTimeOffset(start).ToUnixTimeMilliseconds() : 0;
        string when = startMs == 0 ? "" : ChatbotText.Time(startMs);
        return $"{booking.MovieTitle}, {when}, {booking.TheaterName}: {seats}, {booking.Status}, "
            + ChatbotText.Money(booking.AmountCents, booking.Currency);
    }
}
