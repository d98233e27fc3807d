using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>An answer from what is known right now.</summary>
/// <param name="Answer">The answer in words.</param>
/// <param name="AnsweredBy"><c>local</c>, or the name of the provider's model that worded it.</param>
/// <param name="Intent">
/// What was asked: <c>showtimes</c>, <c>seats</c> …; <c>unknown</c> when that is not clear.
/// </param>
/// <param name="Confidence">How sure that is, 0 to 1.</param>
/// <param name="NotUnderstood">Words of the question that mean nothing here.</param>
/// <param name="Results">What the answer speaks of.</param>
/// <param name="Suggestions">What may be asked next.</param>
/// <param name="Conversation">Sent along with the next question, it goes on from this one.</param>
public sealed record ChatbotAnswer(
    string Answer,
    string AnsweredBy,
    string Intent,
    double Confidence,
    IReadOnlyList<string> NotUnderstood,
    ChatbotResults Results,
    IReadOnlyList<string> Suggestions,
    string Conversation) : IExampled<ChatbotAnswer>
{
    /// <inheritdoc/>
    public static ChatbotAnswer Example => new(
        "The Long Wait is on in Lyon on Friday at 19:30.", "local", "showtimes", 0.92, [],
        new ChatbotResults([], [ShowtimeAnswer.Example], [], [], []), ["Which seats are free?"], "the conversation");
}
