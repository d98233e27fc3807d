using System.Text;
using Microsoft.Extensions.Primitives;

namespace Catalog.Shell.Web;

/// <summary>
/// Serves the web app where no endpoint answers: its files by their paths, and its page for every navigation, because
/// the app does its own routing. Everything else goes on to a 404 that is a problem document.
/// </summary>
internal sealed class WebApp(RequestDelegate next, WebFiles files)
{
    /// <summary>
    /// Scripts are files of this server and nothing else. The component kit sets style attributes, so styles may be
    /// inline; sealed into the page they can fetch nothing from elsewhere either.
    /// </summary>
    private static readonly StringValues ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
        + "form-action 'self'; frame-ancestors 'none'";

    private static readonly StringValues Permissions =
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    private static readonly StringValues SameOrigin = "same-origin";
    private static readonly StringValues AcceptEncoding = "Accept-Encoding";
    private static readonly StringValues Html = "text/html; charset=utf-8";

    /// <summary>What stands at <c>/</c> when the app was not built.</summary>
    private static readonly byte[] HowToBuild = Encoding.UTF8.GetBytes(
        """
        <!doctype html>
        <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Catalog</title>
        <h1>The server runs; its web app was not built</h1>
        <p>Install node (20.19, or 22.12 and newer) with npm, and build the server again: it builds the app, too.</p>
        <p>The API is complete without it and is described on <a href="/api-docs">/api-docs</a>.</p>
        </html>
        """);

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not null) return next(context);
        HttpRequest request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) return next(context);
        WebFile? file = files.Find(request.Path.Value ?? "/");
        if (file is { IsPage: false }) return SendAsync(context, file);
        if (!Navigation.IsOne(request)) return next(context);
        return files.Index is { } page ? SendAsync(context, page) : SayHowToBuildAsync(context);
    }

    private static Task SendAsync(HttpContext context, WebFile file)
    {
        HttpResponse response = context.Response;
        response.Headers.CacheControl = file.CacheControl;
        response.Headers.ETag = file.Tag;
        response.Headers.Vary = AcceptEncoding;
        if (file.IsPage) Restrict(response.Headers);
        if (IsKnown(context.Request, file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.Headers.ContentType = file.ContentType;
        return WriteAsync(context, Choose(context.Request, response, file));
    }

    private static void Restrict(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentPolicy;
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = SameOrigin;
    }

    private static bool IsKnown(HttpRequest request, string tag)
    {
        foreach (string? line in request.Headers.IfNoneMatch)
            if (line is not null && line.Contains(tag, StringComparison.Ordinal)) return true;
        return false;
    }

    private static ReadOnlyMemory<byte> Choose(HttpRequest request, HttpResponse response, WebFile file)
    {
        if (!file.Brotli.IsEmpty && Encodings.Takes(request.Headers.AcceptEncoding, "br"))
        {
            response.Headers.ContentEncoding = "br";
            return file.Brotli;
        }

        if (file.Gzip.IsEmpty || !Encodings.Takes(request.Headers.AcceptEncoding, "gzip")) return file.Plain;
        response.Headers.ContentEncoding = "gzip";
        return file.Gzip;
    }

    private static Task SayHowToBuildAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentType = Html;
        Restrict(context.Response.Headers);
        return WriteAsync(context, HowToBuild);
    }

    private static Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
