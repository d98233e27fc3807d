using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Catalog.Shell.Booking.Contracts;
using Microsoft.AspNetCore.Http.Features;

namespace Catalog.Shell.Booking.Chatbot;

/// <summary>
/// An answer as server-sent events: <c>words</c> as the provider's model finds them, sentence by sentence, each held
/// against the facts before it is sent; then <c>answer</c>, the whole of it, which is what counts: when the words
/// turned out not to be true, or broke off, it is the local one. Not thread-safe.
/// </summary>
internal sealed class ChatbotStream(HttpContext context)
{
    private const string MediaType = "text/event-stream";
    private bool _hasBegun;

    /// <summary>Whether the client asked for a stream.</summary>
    public static bool IsWanted(HttpRequest request) => request.GetTypedHeaders().Accept
        .Any(static each => each.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>Sends further words.</summary>
    public Task TellAsync(string words) =>
        SendAsync("words", new ChatbotWords(words), BookingJson.Default.ChatbotWords);

    /// <summary>Sends the whole answer.</summary>
    public Task EndAsync(ChatbotAnswer answer) => SendAsync("answer", answer, BookingJson.Default.ChatbotAnswer);

    private async Task SendAsync<T>(string name, T data, JsonTypeInfo<T> type)
    {
        if (!_hasBegun) Begin();
        PipeWriter body = context.Response.BodyWriter;
        string frame = $"event: {name}\ndata: {JsonSerializer.Serialize(data, type)}\n\n";
        await body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(frame), context.RequestAborted);
    }

    private void Begin()
    {
        _hasBegun = true;
        HttpResponse response = context.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
    }
}
