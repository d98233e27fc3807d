namespace Catalog.Shell.Auth;

/// <summary>
/// The refresh token as a cookie no script can read, for browsers that ask with <c>?cookie=true</c>. It goes with
/// same-site requests only, which is what keeps other sites from using it.
/// </summary>
internal static class RefreshCookie
{
    private const string Name = "catalog_refresh";

    /// <summary>Whether the client wants the cookie instead of the token in the body.</summary>
    public static bool IsWanted(HttpContext context) => context.Request.Query["cookie"] == "true";

    /// <summary>The token in the cookie, if there is one and the request has no body to carry another.</summary>
    public static string? Read(HttpContext context) => HasNoBody(context) ? context.Request.Cookies[Name] : null;

    /// <summary>Whether the request can carry a token in its cookie alone.</summary>
    public static bool HasNoBody(HttpContext context) =>
        context.Request.ContentLength is null or 0 && context.Request.ContentType is null;

    /// <summary>Sets the cookie.</summary>
    public static void Set(HttpContext context, string token, TimeSpan life)
    {
        CookieOptions options = Options(context);
        options.MaxAge = life;
        context.Response.Cookies.Append(Name, token, options);
    }

    /// <summary>Takes the cookie away, if the request came with it.</summary>
    public static void Clear(HttpContext context)
    {
        if (context.Request.Cookies.ContainsKey(Name)) context.Response.Cookies.Delete(Name, Options(context));
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}
