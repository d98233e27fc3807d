using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Catalog.Shell.Http;

/// <summary>
/// A JSON writer over memory that each thread keeps and reuses, so that an answer is written once, has a
/// <c>Content-Length</c>, and allocates no writer. Take, write and send without an await in between.
/// </summary>
internal sealed class ResponseBuffer
{
    /// <summary>
    /// An answer larger than this gives its memory back, so that one large list does not stay for ever.
    /// </summary>
    private const int KeptBytes = 256 * 1024;

    /// <summary>Answers are JSON documents, never pasted into HTML: only what JSON itself demands is escaped.</summary>
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ResponseBuffer? _ofThread;

    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    private ResponseBuffer() => Writer = new Utf8JsonWriter(_bytes, WriterOptions);

    /// <summary>Where the document is written.</summary>
    public Utf8JsonWriter Writer { get; }

    /// <summary>The calling thread's buffer, empty.</summary>
    public static ResponseBuffer Take()
    {
        ResponseBuffer buffer = _ofThread ??= new ResponseBuffer();
        buffer._bytes.ResetWrittenCount();
        buffer.Writer.Reset();
        return buffer;
    }

    /// <summary>The document, copied.</summary>
    public byte[] ToArray()
    {
        Writer.Flush();
        byte[] document = _bytes.WrittenSpan.ToArray();
        if (_bytes.Capacity > KeptBytes) _ofThread = null;
        return document;
    }

    /// <summary>Copies the document into the response and flushes it.</summary>
    public Task SendAsync(HttpResponse response, string contentType)
    {
        Writer.Flush();
        ReadOnlySpan<byte> document = _bytes.WrittenSpan;
        response.ContentType = contentType;
        response.ContentLength = document.Length;
        response.BodyWriter.Write(document);
        if (_bytes.Capacity > KeptBytes) _ofThread = null;
        ValueTask<System.IO.Pipelines.FlushResult> flush = response.BodyWriter.FlushAsync();
        return flush.IsCompletedSuccessfully ? Task.CompletedTask : flush.AsTask();
    }
}
