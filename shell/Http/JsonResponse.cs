using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Catalog.Shell.Http;

/// <summary>Answers a request with a JSON document.</summary>
public static class JsonResponse
{
    /// <summary>The content type of every JSON document.</summary>
    internal const string ContentType = "application/json; charset=utf-8";

    /// <summary>
    /// Answers with <paramref name="value"/>; its size goes into <c>Content-Length</c>. Allocates no writer or
    /// buffer.
    /// </summary>
    public static Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type)
    {
        ResponseBuffer buffer = ResponseBuffer.Take();
        JsonSerializer.Serialize(buffer.Writer, value, type);
        context.Response.StatusCode = status;
        return buffer.SendAsync(context.Response, ContentType);
    }
}
