using Catalog.Engine.Models.Text.Intents;
using Catalog.Shell.Auth;
using Catalog.Shell.Booking.Catalogue;
using Catalog.Shell.Booking.Contracts;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>
/// Questions in people's own words, answered from live data. For everybody; bookings only for who signed in, and only
/// their own. Thread-safe.
/// </summary>
internal sealed class ChatbotEndpoint(
    CatalogueLexicon lexicon, ChatbotTalk talk, ChatbotWriter writer, ShowtimeAnswers shows, BookingLimits limits,
    Bearer bearer, TimeProvider clock)
{
    /// <summary>Characters of a question, at most.</summary>
    public const int MaxLength = 1_000;

    /// <summary>Maps the endpoint.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/chatbot/query", AskAsync)
            .Describe("Chatbot", "Ask for films, showtimes, seats, prices, rules, and one's own bookings; streams, too")
            .Takes<ChatbotRequest>().Gives<ChatbotAnswer>().Fails(400, 401, 413, 415, 429, 503);

    private async Task AskAsync(HttpContext context)
    {
        Caller? caller = null;
        if (context.Request.Headers.Authorization.Count > 0)
        {
            // A token that is not good is refused, so that nobody wonders where the bookings are.
            if (!bearer.TryAuthenticate(context, out Caller known))
            {
                await Bearer.ChallengeAsync(context);
                return;
            }

            caller = known;
        }

        ulong limitKey = ChatbotWriter.KeyOf(context, caller);
        if (await limits.Chatbot.TakeAsync(limitKey) is { Allowed: false } refused)
        {
            await limits.Chatbot.RefuseAsync(context, refused);
            return;
        }

        Body<ChatbotRequest> body = await RequestBody.ReadAsync(context, BookingJson.Default.ChatbotRequest);
        if (body.Value is not { } request) return;
        var errors = new FieldErrors();
        errors.Check(request.Message.Length <= MaxLength, "message", "Must have at most 1,000 characters.");
        errors.Check(!string.IsNullOrWhiteSpace(request.Message), "message", "Must not be empty.");
        ChatbotMemory? memory = ChatbotMemory.Parse(request.Conversation);
        errors.Check(memory is not null, "conversation", "Is not what an answer gave.");
        if (!errors.IsEmpty)
        {
            await Problems.WriteAsync(context, ProblemCodes.InvalidBody, errors);
            return;
        }

        await AnswerAsync(context, await ReadAsync(request.Message, memory!, caller, context.RequestAborted), limitKey);
    }

    private async Task<ChatbotQuestion> ReadAsync(
        string message, ChatbotMemory memory, Caller? caller, CancellationToken cancel)
    {
        await lexicon.RefreshAsync(cancel);
        long nowMs = clock.GetUtcNow().ToUnixTimeMilliseconds();
        IntentResult parsed = lexicon.Current().Parser.Parse(message, nowMs);
        return ChatbotQuestion.Of(message, parsed, memory, caller, nowMs);
    }

    private async Task AnswerAsync(HttpContext context, ChatbotQuestion question, ulong limitKey)
    {
        CancellationToken cancel = context.RequestAborted;
        ChatbotReply reply = await talk.AnswerAsync(question, cancel);
        if (ChatbotStream.IsWanted(context.Request))
        {
            var stream = new ChatbotStream(context);
            await stream.EndAsync(AnswerOf(
                question, reply, await writer.StreamAsync(question, reply, limitKey, stream.TellAsync, cancel)));
            return;
        }

        ChatbotAnswer answer =
            AnswerOf(question, reply, await writer.WordAsync(question, reply, limitKey, cancel));
        context.Response.Headers.CacheControl = "no-store";
        await JsonResponse.WriteAsync(context, StatusCodes.Status200OK, answer, BookingJson.Default.ChatbotAnswer);
    }

    private ChatbotAnswer AnswerOf(ChatbotQuestion question, ChatbotReply reply, (string Text, string By) words)
    {
        var results = new ChatbotResults(
            [.. reply.Films.Select(MovieAnswer.Of)], [.. reply.Showtimes.Select(show => shows.Of(show))],
            reply.Bookings, [.. reply.Theaters.Select(TheaterAnswer.Of)], reply.Links);
        return new ChatbotAnswer(
            words.Text, words.By, question.Intent, Math.Round(question.Parsed.Confidence, 3),
            question.Parsed.NotUnderstood, results, reply.Suggestions, question.Memory.ToString());
    }
}
