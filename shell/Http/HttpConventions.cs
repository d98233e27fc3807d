using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;

namespace Catalog.Shell.Http;

/// <summary>
/// What holds for every request: security headers on the way in; on the way out every error without a body becomes a
/// problem document, and what nobody caught becomes a 500 with a log line. One middleware, no await on the good path.
/// </summary>
internal sealed partial class HttpConventions(RequestDelegate next, ILogger<HttpConventions> log)
{
    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Deny = "DENY";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues SameOrigin = "same-origin";

    /// <summary>
    /// Scripts come from this server alone; styles may be inline because the API's documentation page writes some.
    /// </summary>
    private static readonly StringValues ContentPolicy =
        "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        SetSecurityHeaders(context.Response.Headers);
        Task task;
        try
        {
            task = next(context);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            task = Task.FromException(e);
        }

        return task.IsCompletedSuccessfully && context.Response.StatusCode < 400
            ? task
            : FinishAsync(context, task);
    }

    private static void SetSecurityHeaders(IHeaderDictionary headers)
    {
        headers.XContentTypeOptions = NoSniff;
        headers.XFrameOptions = Deny;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers["Referrer-Policy"] = NoReferrer;
        headers["Cross-Origin-Resource-Policy"] = SameOrigin;
    }

    [SuppressMessage("Design", "CA1031", Justification = "The last resort: whatever it is, the client gets a problem.")]
    private async Task FinishAsync(HttpContext context, Task task)
    {
        try
        {
            await task;
            if (IsBareError(context.Response))
                await Problems.WriteAsync(context, ProblemCodes.OfStatus(context.Response.StatusCode));
        }
        catch (BadHttpRequestException e)
        {
            context.Response.Headers.Connection = "close";
            await Problems.WriteAsync(context, ProblemCodes.OfStatus(e.StatusCode));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            ClientWentAway(log, context.Request.Method, context.Request.Path);
        }
        catch (Exception e)
        {
            await FailAsync(context, e);
        }
    }

    private static bool IsBareError(HttpResponse response) =>
        response.StatusCode >= 400 && !response.HasStarted && response.ContentLength is null or 0
        && string.IsNullOrEmpty(response.ContentType);

    private async Task FailAsync(HttpContext context, Exception error)
    {
        Unhandled(log, error, context.Request.Method, context.Request.Path, Problems.TraceId(context));
        if (context.Response.HasStarted)
        {
            // Half an answer is out: cutting the connection is the only way left to say that it is not whole.
            context.Abort();
            return;
        }

        context.Response.Clear();
        SetSecurityHeaders(context.Response.Headers);
        await Problems.WriteAsync(context, ProblemCodes.InternalError);
    }

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed, trace {TraceId}")]
    private static partial void Unhandled(ILogger logger, Exception error, string method, string path, string traceId);

    [LoggerMessage(2, LogLevel.Debug, "{Method} {Path}: the client went away")]
    private static partial void ClientWentAway(ILogger logger, string method, string path);
}
