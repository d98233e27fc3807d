using System.Net;
using System.Text;

namespace Catalog.Engine.Tests.Shell.Http;

/// <summary>What every client can rely on, whatever it sends.</summary>
public sealed class HttpConventionsTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly ShellHost _host = shared.Host;

    [Theory]
    [InlineData("""{"email":"a@b.co","password":"12345678"}""", "invalid_body", "name")]
    [InlineData("""{"name":"A"}""", "invalid_body", "email,password")]
    [InlineData("""{"name":1,"email":"a@b.co","password":"12345678"}""", "invalid_body", "name")]
    [InlineData("""{"name":{"x":[1]},"email":"a@b.co","password":"12345678"}""", "invalid_body", "name")]
    [InlineData("""{"name":null,"email":"a@b.co","password":"12345678"}""", "invalid_body", "name")]
    [InlineData("""{"name":"A","email":"a@b.co","password":"12345678","role":"admin"}""", "invalid_body", "role")]
    [InlineData("""{"Name":"A","email":"a@b.co","password":"12345678"}""", "invalid_body", "Name")]
    [InlineData("""{"name":"A","name":"B","email":"a@b.co","password":"12345678"}""", "invalid_body", "name")]
    [InlineData("""{"name":"  ","email":"a@b","password":"1234567"}""", "invalid_body", "email,name,password")]
    [InlineData("""{"name":"A\u0000","email":"a@b.co","password":"12345678"}""", "invalid_body", "name")]
    [InlineData("[]", "invalid_body", "body")]
    [InlineData("null", "invalid_body", "body")]
    [InlineData("\"text\"", "invalid_body", "body")]
    [InlineData("", "malformed_json", null)]
    [InlineData("{", "malformed_json", null)]
    [InlineData("{\"name\":}", "malformed_json", null)]
    [InlineData("""{"name":"A","email":"a@b.co","password":"12345678"}}""", "malformed_json", null)]
    [InlineData("{'name':'A'}", "malformed_json", null)]
    public async Task A_body_that_does_not_fit_is_a_400_that_names_the_field(string body, string code, string? fields)
    {
        ShellAnswer answer = await _host.PostAsync("/api/auth/register", body);
        answer.AssertProblem(HttpStatusCode.BadRequest, code);
        if (fields is not null) answer.AssertFields(fields.Split(','));
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_and_nesting_without_end_are_malformed()
    {
        byte[][] bodies = ["{\"name\":\"\xff\"}"u8.ToArray(), Encoding.ASCII.GetBytes(new string('[', 1000))];
        bodies[0][9] = 0xFF;
        bodies[0][10] = 0xFE;
        foreach (byte[] body in bodies)
        {
            ShellAnswer answer = await PostRawAsync(body, "application/json");
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Equal("application/problem+json", answer.Headers["Content-Type"]);
        }
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/jsonp")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Another_content_type_is_a_415(string? contentType) =>
        (await PostRawAsync("{}"u8.ToArray(), contentType))
            .AssertProblem(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; Charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task Json_is_json_however_it_is_written(string contentType)
    {
        byte[] body = [0xEF, 0xBB, 0xBF, .. "{}"u8];
        (await PostRawAsync(body, contentType)).AssertProblem(HttpStatusCode.BadRequest, "invalid_body");
    }

    [Fact]
    public async Task A_body_of_50_MB_is_refused_without_reading_it()
    {
        var endless = new CountingStream(50_000_000);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login");
        request.Content = new StreamContent(endless);
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.ContentLength = endless.Length;
        using HttpResponseMessage response = await _host.Http.SendAsync(request);
        (await ShellAnswer.ReadAsync(response)).AssertProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        Assert.InRange(endless.Position, 0, 1_000_000);
    }

    [Fact]
    public async Task A_body_that_does_not_say_its_size_is_refused_once_it_is_too_large()
    {
        var endless = new CountingStream(50_000_000);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login");
        request.Content = new StreamContent(endless);
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage response = await _host.Http.SendAsync(request);
        (await ShellAnswer.ReadAsync(response)).AssertProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
        Assert.InRange(endless.Position, 0, 1_000_000);
    }

    [Fact]
    public async Task The_largest_body_is_still_read()
    {
        string open = """{"email":"a@b.co","password":""" + '"';
        string fits = open + new string('x', 65_536 - open.Length - 2) + "\"}";
        (await _host.PostAsync("/api/auth/login", fits)).AssertProblem(HttpStatusCode.BadRequest, "invalid_body")
            .AssertFields("password");
        (await _host.PostAsync("/api/auth/login", fits + " "))
            .AssertProblem(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    [Fact]
    public async Task Unknown_routes_and_methods_are_problems()
    {
        (await _host.GetAsync("/nowhere")).AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _host.GetAsync("/api/auth/../../etc/passwd")).AssertProblem(HttpStatusCode.NotFound, "not_found");
        ShellAnswer method = await _host.GetAsync("/api/auth/login");
        method.AssertProblem(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
        Assert.Equal("POST", method.Headers["Allow"]);
    }

    [Fact]
    public async Task Every_problem_is_explained_under_its_type()
    {
        ShellAnswer all = await _host.GetAsync("/problems");
        foreach (System.Text.Json.JsonElement problem in all.Json.EnumerateArray())
        {
            ShellAnswer one = await _host.GetAsync(problem.GetProperty("type").GetString()!);
            Assert.Equal(HttpStatusCode.OK, one.Status);
            Assert.NotEmpty(one.Json.GetProperty("explanation").GetString()!);
        }

        (await _host.GetAsync("/problems/unheard_of")).AssertProblem(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        foreach (string path in (string[])["/health/live", "/nowhere", "/api/auth/me", "/openapi/v1.json"])
        {
            ShellAnswer answer = await _host.GetAsync(path);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("DENY", answer.Headers["X-Frame-Options"]);
            string policy = answer.Headers["Content-Security-Policy"];
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_problem_names_the_trace_the_client_began()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/nowhere");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using HttpResponseMessage response = await _host.Http.SendAsync(request);
        ShellAnswer answer = await ShellAnswer.ReadAsync(response);
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", answer.Json.GetProperty("traceId").GetString());
    }

    [Fact]
    public async Task The_server_is_live_and_ready_and_describes_itself()
    {
        Assert.Equal("live", (await _host.GetAsync("/health/live")).Json.GetProperty("status").GetString());
        Assert.Equal("ready", (await _host.GetAsync("/health/ready")).Json.GetProperty("status").GetString());
        ShellAnswer api = await _host.GetAsync("/openapi/v1.json");
        System.Text.Json.JsonElement me = api.Json.GetProperty("paths").GetProperty("/api/auth/me").GetProperty("get");
        Assert.Equal("bearer", me.GetProperty("security")[0].EnumerateObject().Single().Name);
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/api-docs/index.html")).Status);
    }

    private async Task<ShellAnswer> PostRawAsync(byte[] body, string? contentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login");
        request.Content = new ByteArrayContent(body);
        if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using HttpResponseMessage response = await _host.Http.SendAsync(request);
        return await ShellAnswer.ReadAsync(response);
    }
}
