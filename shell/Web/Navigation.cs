namespace Catalog.Shell.Web;

/// <summary>Tells somebody who opens an address of the app from a program that asks for what is not there.</summary>
internal static class Navigation
{
    private static readonly string[] ServerFolders = ["/health", "/openapi", "/api-docs", "/problems", "/assets"];

    /// <summary>
    /// Whether the request wants a page: it takes HTML, and its path is neither the API's nor a file's. At the address
    /// itself anything will do, so that a plain client sees that something lives here.
    /// </summary>
    public static bool IsOne(HttpRequest request)
    {
        PathString path = request.Path;
        foreach (string folder in ServerFolders)
            if (path.StartsWithSegments(folder, StringComparison.Ordinal)) return false;
        return !HasApiSegment(path.Value) && (Takes(request, "text/html") || (path == "/" && Takes(request, "*/*")));
    }

    /// <summary>Every system's API lies below a segment <c>api</c>.</summary>
    private static bool HasApiSegment(string? path)
    {
        if (path is null) return false;
        foreach (Range segment in path.AsSpan().Split('/'))
            if (path.AsSpan(segment) is "api") return true;
        return false;
    }

    private static bool Takes(HttpRequest request, string type)
    {
        foreach (string? line in request.Headers.Accept)
            if (line is not null && line.Contains(type, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
