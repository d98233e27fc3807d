namespace Catalog.Shell.Booking.Chatbot;

/// <summary>What may be asked.</summary>
internal static class ChatbotIntents
{
    public const string Films = "films";
    public const string Showtimes = "showtimes";
    public const string Seats = "seats";
    public const string Price = "price";
    public const string About = "about_film";
    public const string Theaters = "theaters";
    public const string MyBookings = "my_bookings";
    public const string Privacy = "privacy";
    public const string Refund = "refund_policy";
    public const string Hold = "hold_policy";
    public const string Payment = "payment_policy";
    public const string Waiting = "waiting_policy";
    public const string Access = "access_policy";
    public const string Group = "group_policy";
    public const string Greeting = "greeting";
    public const string Thanks = "thanks";
    public const string Help = "help";
    public const string Unknown = "unknown";
}
