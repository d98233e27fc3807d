namespace Catalog.Shell.Booking.Chatbot;

/// <summary>What a question may name.</summary>
internal static class ChatbotSlots
{
    public const string Film = "film";
    public const string Cinema = "cinema";
    public const string City = "city";
    public const string Genre = "genre";
    public const string When = "when";
    public const string Price = "price";
    public const string Count = "count";
}
