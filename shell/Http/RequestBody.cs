using System.Buffers;
using System.Globalization;
using System.IO.Hashing;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Catalog.Shell.Http;

/// <summary>
/// Reads a JSON body from the connection's own memory, once, whole and bounded, and answers the problem itself when
/// it cannot be used: another content type, too large, not JSON, or not what the type says.
/// </summary>
public static class RequestBody
{
    /// <summary>
    /// The most a body may hold unless the endpoint says otherwise (<see cref="IRequestSizeLimitMetadata"/>): 64 KiB.
    /// </summary>
    public const int DefaultMaxBytes = 64 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the body. O(size); a body already received is decoded without an await or a copy.</summary>
    /// <returns>The body; when its value is null the problem has been answered and the handler is done.</returns>
    public static ValueTask<Body<T>> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class => ReadAsync<T, JsonBodyDecoder<T>>(context, new JsonBodyDecoder<T>(type));

    /// <summary>
    /// Reads the body and decodes it as <paramref name="decoder"/> does. O(size); as the other one without an await.
    /// </summary>
    /// <returns>The body; when its value is null the problem has been answered and the handler is done.</returns>
    public static ValueTask<Body<T>> ReadAsync<T, TDecoder>(HttpContext context, TDecoder decoder)
        where T : class
        where TDecoder : struct, IBodyDecoder<T>
    {
        long maxBytes = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize
            ?? DefaultMaxBytes;
        if (!IsJson(context.Request.ContentType))
            return RefuseAsync<T>(Problems.WriteAsync(context, ProblemCodes.UnsupportedMediaType));
        if (context.Request.ContentLength > maxBytes) return RefuseAsync<T>(TooLargeAsync(context, maxBytes));
        PipeReader reader = context.Request.BodyReader;
        bool hasRead = reader.TryRead(out ReadResult result);
        return hasRead && result.IsCompleted && result.Buffer.Length <= maxBytes
            ? Decode<T, TDecoder>(context, decoder, result.Buffer)
            : ReadSlowAsync<T, TDecoder>(context, decoder, hasRead ? result : null, maxBytes);
    }

    private static async ValueTask<Body<T>> ReadSlowAsync<T, TDecoder>(
        HttpContext context, TDecoder decoder, ReadResult? first, long maxBytes)
        where T : class
        where TDecoder : struct, IBodyDecoder<T>
    {
        PipeReader reader = context.Request.BodyReader;
        ReadResult result = first ?? await reader.ReadAsync(context.RequestAborted);
        while (result.Buffer.Length <= maxBytes && !result.IsCompleted)
        {
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            result = await reader.ReadAsync(context.RequestAborted);
        }

        if (result.Buffer.Length <= maxBytes) return await Decode<T, TDecoder>(context, decoder, result.Buffer);
        reader.AdvanceTo(result.Buffer.End);
        await TooLargeAsync(context, maxBytes);
        return default;
    }

    private static ValueTask<Body<T>> Decode<T, TDecoder>(
        HttpContext context, TDecoder decoder, in ReadOnlySequence<byte> bytes)
        where T : class
        where TDecoder : struct, IBodyDecoder<T>
    {
        if (bytes.IsSingleSegment) return Decode<T, TDecoder>(context, decoder, bytes.FirstSpan, bytes.End);
        byte[] copy = ArrayPool<byte>.Shared.Rent((int)bytes.Length);
        try
        {
            bytes.CopyTo(copy);
            return Decode<T, TDecoder>(context, decoder, copy.AsSpan(0, (int)bytes.Length), bytes.End);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private static ValueTask<Body<T>> Decode<T, TDecoder>(
        HttpContext context, TDecoder decoder, ReadOnlySpan<byte> bytes, SequencePosition end)
        where T : class
        where TDecoder : struct, IBodyDecoder<T>
    {
        try
        {
            ulong hash = XxHash3.HashToUInt64(bytes);
            if (bytes.StartsWith(ByteOrderMark)) bytes = bytes[ByteOrderMark.Length..];
            T? value = decoder.Decode(bytes);
            return value is null
                ? RefuseAsync<T>(NullAsync(context))
                : new ValueTask<Body<T>>(new Body<T>(value, hash));
        }
        catch (JsonException e)
        {
            return RefuseAsync<T>(JsonProblems.WriteAsync(context, e));
        }
        finally
        {
            context.Request.BodyReader.AdvanceTo(end);
        }
    }

    /// <summary>Whether a content type is JSON in UTF-8.</summary>
    internal static bool IsJson(string? contentType)
    {
        const string json = "application/json";
        if (contentType is null || !contentType.StartsWith(json, StringComparison.OrdinalIgnoreCase)) return false;
        if (contentType.Length == json.Length) return true;
        return MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? parsed)
            && parsed.MediaType.Equals(json, StringComparison.OrdinalIgnoreCase)
            && (!parsed.Charset.HasValue || parsed.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                || parsed.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));
    }

    private static async ValueTask<Body<T>> RefuseAsync<T>(Task answer)
        where T : class
    {
        await answer;
        return default;
    }

    private static Task NullAsync(HttpContext context) =>
        Problems.WriteAsync(context, ProblemCodes.InvalidBody, FieldErrors.Of("body", "Must be an object."));

    private static Task TooLargeAsync(HttpContext context, long maxBytes)
    {
        // The rest of the body is not read, so the connection cannot carry another request.
        context.Response.Headers.Connection = "close";
        string detail = string.Create(CultureInfo.InvariantCulture, $"At most {maxBytes} bytes are read.");
        return Problems.WriteAsync(context, ProblemCodes.BodyTooLarge, detail);
    }
}
