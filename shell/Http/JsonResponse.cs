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

    /// <summary>Answers with a document that was written by <see cref="Encode"/>.</summary>
    public static Task WriteAsync(HttpContext context, int status, byte[] document)
    {
        ArgumentNullException.ThrowIfNull(document);
        context.Response.StatusCode = status;
        context.Response.ContentType = ContentType;
        context.Response.ContentLength = document.Length;
        return context.Response.BodyWriter.WriteAsync(document).AsTask();
    }

    /// <summary>The document that an answer with <paramref name="value"/> would be, to be kept.</summary>
    public static byte[] Encode<T>(T value, JsonTypeInfo<T> type)
    {
        ResponseBuffer buffer = ResponseBuffer.Take();
        JsonSerializer.Serialize(buffer.Writer, value, type);
        return buffer.ToArray();
    }
}
