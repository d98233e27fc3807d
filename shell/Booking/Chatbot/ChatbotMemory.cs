using System.Buffers.Text;
using System.Text.Json;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>
/// What a conversation is about, kept by the client between two questions. Names only what everybody may see, and is
/// looked up again, so nothing is gained by making one up.
/// </summary>
internal sealed record ChatbotMemory(
    string? Intent = null, ulong? Film = null, ulong? Theater = null, string? City = null, string? Genre = null)
{
    /// <summary>Characters of one, at most.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Nothing was said yet.</summary>
    public static ChatbotMemory Empty { get; } = new();

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it did not.</summary>
    public static ChatbotMemory? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return Empty;
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;
        try
        {
            return JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text), BookingJson.Default.ChatbotMemory);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, BookingJson.Default.ChatbotMemory));
}
