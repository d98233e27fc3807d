using System.IO.Compression;
using System.Text;
using Catalog.Shell.Http;
using Catalog.Shell.Web;
using Microsoft.AspNetCore.Http;

namespace Catalog.Engine.Tests.Shell.Web;

public sealed class WebAppTests : IDisposable
{
    private const string Browser = "text/html,application/xhtml+xml,*/*;q=0.8";
    private readonly WebFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/")]
    [InlineData("/booking")]
    [InlineData("/booking/showtimes/12?best=2")]
    [InlineData("/no/such/page")]
    [InlineData("/index.html")]
    public async Task A_navigation_gets_the_page(string path)
    {
        HttpResponse answer = await AskAsync(path, Browser);
        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(WebFolder.Page, Text(answer));
        Assert.Equal("no-cache", answer.Headers.CacheControl);
        Assert.Equal("text/html; charset=utf-8", answer.ContentType);
    }

    [Fact]
    public async Task A_plain_client_sees_the_page_at_the_address_itself_and_nowhere_else()
    {
        Assert.Equal(WebFolder.Page, Text(await AskAsync("/", "*/*")));
        Assert.Equal(404, (await AskAsync("/booking", "*/*")).StatusCode);
    }

    [Theory]
    [InlineData("GET", "/", "application/json")]
    [InlineData("GET", "/", null)]
    [InlineData("GET", "/booking/api/nothing", Browser)]
    [InlineData("GET", "/api/nothing", Browser)]
    [InlineData("GET", "/health/nothing", Browser)]
    [InlineData("GET", "/openapi/v2.json", Browser)]
    [InlineData("GET", "/assets/gone-9f.js", Browser)]
    [InlineData("GET", "/assets/former-0c.js", Browser)]
    [InlineData("GET", "/files.txt", "*/*")]
    [InlineData("GET", "/../secret", "*/*")]
    [InlineData("POST", "/", Browser)]
    [InlineData("DELETE", "/booking", Browser)]
    public async Task Everything_else_goes_on(string method, string path, string? accept) =>
        Assert.Equal(404, (await AskAsync(path, accept, method)).StatusCode);

    [Fact]
    public async Task An_endpoint_comes_first()
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/theme.js";
        context.SetEndpoint(new Endpoint(null, null, "the API's own"));
        bool isNext = false;
        RequestDelegate next = _ =>
        {
            isNext = true;
            return Task.CompletedTask;
        };
        await new WebApp(next, WebFiles.Read(_folder.Path)).InvokeAsync(context);
        Assert.True(isNext);
    }

    [Fact]
    public async Task Hashed_files_are_kept_for_ever_and_others_asked_for_again()
    {
        HttpResponse hashed = await AskAsync("/assets/app-1a.js", "*/*");
        Assert.Equal("public, max-age=31536000, immutable", hashed.Headers.CacheControl);
        Assert.Equal("text/javascript; charset=utf-8", hashed.ContentType);
        Assert.Equal("no-cache", (await AskAsync("/theme.js", "*/*")).Headers.CacheControl);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("gzip;q=0, br;q=0", "")]
    [InlineData("identity", "")]
    [InlineData(null, "")]
    public async Task The_client_gets_the_smallest_it_takes(string? accepted, string coding)
    {
        HttpResponse answer = await AskAsync("/assets/app-1a.js", "*/*", encoding: accepted);
        Assert.Equal(coding, answer.Headers.ContentEncoding.ToString());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal(WebFolder.Script, Text(answer));
    }

    [Fact]
    public async Task A_page_says_what_it_may_do()
    {
        IHeaderDictionary headers = (await AskAsync("/", Browser)).Headers;
        string policy = headers.ContentSecurityPolicy.ToString();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Contains("camera=()", headers["Permissions-Policy"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_client_has_is_not_sent_again()
    {
        string tag = (await AskAsync("/", Browser)).Headers.ETag.ToString();
        HttpResponse again = await AskAsync("/", Browser, tag: tag);
        Assert.Equal(304, again.StatusCode);
        Assert.Equal("", Text(again));
        Assert.Equal(200, (await AskAsync("/theme.js", "*/*", tag: tag)).StatusCode);
    }

    [Fact]
    public async Task A_head_has_the_length_and_no_body()
    {
        HttpResponse answer = await AskAsync("/", Browser, "HEAD");
        Assert.Equal(WebFolder.Page.Length, answer.ContentLength);
        Assert.Equal("", Text(answer));
    }

    [Fact]
    public async Task Without_the_app_the_page_says_how_to_get_it()
    {
        var files = WebFiles.Read(Path.Combine(_folder.Path, "nowhere"));
        HttpResponse answer = await AskAsync(files, Request("/", Browser));
        Assert.Equal(200, answer.StatusCode);
        Assert.Contains("npm", Text(answer), StringComparison.Ordinal);
        Assert.Contains("/api-docs", Text(answer), StringComparison.Ordinal);
        Assert.Equal(404, (await AskAsync(files, Request("/booking/api/nothing", Browser))).StatusCode);
    }

    private Task<HttpResponse> AskAsync(
        string path, string? accept, string method = "GET", string? encoding = null, string? tag = null) =>
        AskAsync(WebFiles.Read(_folder.Path), Request(path, accept, method, encoding, tag));

    private static HttpContext Request(
        string path, string? accept, string method = "GET", string? encoding = null, string? tag = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path.Split('?')[0];
        context.Request.Headers.Accept = accept;
        context.Request.Headers.AcceptEncoding = encoding;
        context.Request.Headers.IfNoneMatch = tag;
        context.Response.Body = new MemoryStream();
        return context;
    }

    private static async Task<HttpResponse> AskAsync(WebFiles files, HttpContext context)
    {
        RequestDelegate nothing = static c => Problems.WriteAsync(c, ProblemCodes.NotFound);
        await new WebApp(nothing, files).InvokeAsync(context);
        return context.Response;
    }

    private static string Text(HttpResponse answer)
    {
        answer.Body.Position = 0;
        Stream body = answer.Headers.ContentEncoding.ToString() switch
        {
            "br" => new BrotliStream(answer.Body, CompressionMode.Decompress, leaveOpen: true),
            "gzip" => new GZipStream(answer.Body, CompressionMode.Decompress, leaveOpen: true),
            _ => answer.Body,
        };
        return new StreamReader(body, Encoding.UTF8, leaveOpen: true).ReadToEnd();
    }
}
