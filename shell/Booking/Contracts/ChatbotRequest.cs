using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A question in somebody's own words.</summary>
/// <param name="Message">The question, 1 to 1,000 characters.</param>
/// <param name="Conversation">What the answer before gave, so that a question may go on from it.</param>
public sealed record ChatbotRequest(string Message, string? Conversation = null) : IExampled<ChatbotRequest>
{
    /// <inheritdoc/>
    public static ChatbotRequest Example => new("Which dramas are on in Lyon on Friday evening?");
}
