using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Http;

/// <summary>Answers a request with an RFC 9457 problem document.</summary>
public static class Problems
{
    private const string ContentType = "application/problem+json";

    /// <summary>
    /// Answers with <paramref name="problem"/>. Throws nothing when the response has begun: it is left as it is.
    /// </summary>
    public static Task WriteAsync(
        HttpContext context, ProblemCode problem, string? detail = null, FieldErrors? errors = null,
        ProblemList? list = null)
    {
        HttpResponse response = context.Response;
        if (response.HasStarted) return Task.CompletedTask;
        response.StatusCode = problem.Status;
        if (problem.RetryAfterSeconds > 0 && response.Headers.RetryAfter.Count == 0)
            response.Headers.RetryAfter = problem.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        ResponseBuffer buffer = ResponseBuffer.Take();
        WriteDocument(buffer.Writer, problem, detail, TraceId(context));
        if (errors is { IsEmpty: false }) WriteErrors(buffer.Writer, errors);
        if (list is not null) WriteList(buffer.Writer, list);
        buffer.Writer.WriteEndObject();
        return buffer.SendAsync(response, ContentType);
    }

    /// <summary>Answers a field that does not fit.</summary>
    public static Task WriteAsync(HttpContext context, ProblemCode problem, FieldErrors errors) =>
        WriteAsync(context, problem, null, errors);

    /// <summary>Answers a command that was not decided.</summary>
    public static Task WriteAsync(HttpContext context, ReplyStatus status) => WriteAsync(context, Of(status));

    /// <summary>The problem behind a reply without a value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The command was decided.</exception>
    public static ProblemCode Of(ReplyStatus status) => status switch
    {
        ReplyStatus.Busy => ProblemCodes.Busy,
        ReplyStatus.KeyReused => ProblemCodes.IdempotencyKeyReused,
        ReplyStatus.KeyRunning => ProblemCodes.IdempotencyKeyRunning,
        ReplyStatus.StorageFull => ProblemCodes.StorageFull,
        ReplyStatus.Stopping => ProblemCodes.Stopping,
        ReplyStatus.Faulted => ProblemCodes.InternalError,
        ReplyStatus.Moved => ProblemCodes.ShardMoving,
        ReplyStatus.Unconfirmed => ProblemCodes.Unconfirmed,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "The command was decided."),
    };

    /// <summary>
    /// The trace a log line and a problem share: W3C trace id where there is one, else the connection's request id.
    /// </summary>
    public static string TraceId(HttpContext context)
    {
        if (Activity.Current is { } activity) return activity.TraceId.ToHexString();
        string? parent = context.Request.Headers.TraceParent;
        return ActivityContext.TryParse(parent, null, out ActivityContext trace)
            ? trace.TraceId.ToHexString()
            : context.TraceIdentifier;
    }

    private static void WriteDocument(Utf8JsonWriter writer, ProblemCode problem, string? detail, string traceId)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, problem.Type);
        writer.WriteString("title"u8, problem.Title);
        writer.WriteNumber("status"u8, problem.Status);
        writer.WriteString("code"u8, problem.Code);
        if (detail is not null) writer.WriteString("detail"u8, detail);
        writer.WriteString("traceId"u8, traceId);
    }

    private static void WriteList(Utf8JsonWriter writer, ProblemList list)
    {
        writer.WriteStartArray(list.Name);
        foreach (string value in list.Values) writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    private static void WriteErrors(Utf8JsonWriter writer, FieldErrors errors)
    {
        writer.WriteStartObject("errors"u8);
        if (errors.Messages.Count == 1)
        {
            // A conflict names one field, and conflicts come in crowds.
            writer.WriteStartArray(errors.Messages[0].Field);
            writer.WriteStringValue(errors.Messages[0].Message);
            writer.WriteEndArray();
        }
        else
        {
            WriteGroups(writer, errors);
        }

        writer.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter writer, FieldErrors errors)
    {
        foreach (IGrouping<string, (string Field, string Message)> field in errors.Messages.GroupBy(m => m.Field))
        {
            writer.WriteStartArray(field.Key);
            foreach ((_, string message) in field) writer.WriteStringValue(message);
            writer.WriteEndArray();
        }
    }
}
