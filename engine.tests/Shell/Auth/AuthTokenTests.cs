using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Catalog.Shell.Auth;
using Catalog.Shell.Options;

namespace Catalog.Engine.Tests.Shell.Auth;

/// <summary>Access tokens that are not what they claim to be.</summary>
public sealed class AuthTokenTests(SharedHost shared) : IClassFixture<SharedHost>, IAsyncLifetime
{
    private static readonly byte[] Key = SharedHost.SigningKey;
    private readonly ShellHost _host = shared.Host;
    private readonly string _email = $"u{Guid.NewGuid():N}@example.org";
    private ulong _userId;

    public async Task InitializeAsync()
    {
        ShellAnswer session = await _host.RegisterAsync(_email);
        _userId = session.Json.GetProperty("user").GetProperty("id").GetUInt64();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task No_token_is_told_from_a_bad_one()
    {
        ShellAnswer none = await _host.GetAsync("/api/auth/me");
        none.AssertProblem(HttpStatusCode.Unauthorized, "token_required");
        Assert.Equal("Bearer realm=\"catalog\"", none.Headers["WWW-Authenticate"]);
        ShellAnswer bad = await _host.GetAsync("/api/auth/me", "nonsense");
        bad.AssertProblem(HttpStatusCode.Unauthorized, "token_invalid");
        Assert.Contains("invalid_token", bad.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_expires_to_the_second_also_when_it_is_remembered()
    {
        string token = (await _host.LoginAsync(_email)).AccessToken;
        _host.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/api/auth/me", token)).Status);
        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        await AssertRefusedAsync(token);
    }

    [Fact]
    public async Task The_signature_as_made_here_is_the_one_the_server_accepts()
    {
        // Without this, every test below could pass for a reason of its own.
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/api/auth/me", Token())).Status);
    }

    [Theory]
    [InlineData("alg none, no signature")]
    [InlineData("alg none, good signature")]
    [InlineData("another algorithm")]
    [InlineData("another type")]
    [InlineData("another key")]
    [InlineData("another issuer")]
    [InlineData("another audience")]
    [InlineData("expired")]
    [InlineData("not yet")]
    [InlineData("no expiry")]
    [InlineData("subject zero")]
    [InlineData("no epoch")]
    [InlineData("unknown role")]
    [InlineData("altered payload")]
    [InlineData("cut signature")]
    [InlineData("too long")]
    public async Task Forged_tokens_are_refused(string forgery) => await AssertRefusedAsync(Forge(forgery));

    [Fact]
    public async Task A_role_in_the_token_is_what_decides_and_changing_it_voids_the_token()
    {
        string customer = (await _host.LoginAsync(_email)).AccessToken;
        var change = new { role = "admin" };
        (await _host.SendAsync(HttpMethod.Put, $"/api/auth/users/{_userId}/role", change, customer))
            .AssertProblem(HttpStatusCode.Forbidden, "forbidden");

        string admin = Token(role: "admin");
        (await _host.SendAsync(HttpMethod.Put, "/api/auth/users/x/role", change, admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_parameter").AssertFields("userId");
        (await _host.SendAsync(HttpMethod.Put, "/api/auth/users/999999/role", change, admin))
            .AssertProblem(HttpStatusCode.NotFound, "not_found");
        (await _host.SendAsync(HttpMethod.Put, $"/api/auth/users/{_userId}/role", new { role = "god" }, admin))
            .AssertProblem(HttpStatusCode.BadRequest, "invalid_body").AssertFields("role");
        ShellAnswer changed = await _host.SendAsync(HttpMethod.Put, $"/api/auth/users/{_userId}/role", change, admin);
        Assert.Equal("admin", changed.Json.GetProperty("role").GetString());
        await AssertRefusedAsync(customer);
        ShellAnswer again = await _host.LoginAsync(_email);
        Assert.Equal("admin", again.Json.GetProperty("user").GetProperty("role").GetString());
    }

    private async Task AssertRefusedAsync(string token) =>
        (await _host.GetAsync("/api/auth/me", token)).AssertProblem(HttpStatusCode.Unauthorized, "token_invalid");

    private string Forge(string forgery) => forgery switch
    {
        "alg none, no signature" => Unsigned(Token(header: """{"alg":"none","typ":"at+jwt"}""")),
        "alg none, good signature" => Token(header: """{"alg":"none","typ":"at+jwt"}"""),
        "another algorithm" => Token(header: """{"alg":"HS512","typ":"at+jwt"}"""),
        "another type" => Token(header: """{"alg":"HS256","typ":"JWT"}"""),
        "another key" => Token(key: SHA256.HashData(Key)),
        "another issuer" => Token(payload: Payload().Replace("\"iss\":\"catalog\"", "\"iss\":\"other\"")),
        "another audience" => Token(payload: Payload().Replace("\"aud\":\"catalog\"", "\"aud\":\"other\"")),
        "expired" => Token(payload: Payload(lifeSeconds: 0)),
        "not yet" => Token(payload: Payload(startSeconds: 1)),
        "no expiry" => Token(payload: Payload().Replace("\"exp\"", "\"exq\"")),
        "subject zero" => Token(payload: Payload().Replace($"\"sub\":\"{_userId}\"", "\"sub\":\"0\"")),
        "no epoch" => Token(payload: Payload().Replace("\"epoch\"", "\"epoche\"")),
        "unknown role" => Token(role: "god"),
        "altered payload" => Altered(Token()),
        "cut signature" => Token()[..^4],
        "too long" => Token(payload: Payload().Replace("\"sub\"", $"\"x\":\"{new string('x', 4000)}\",\"sub\"")),
        _ => throw new ArgumentOutOfRangeException(nameof(forgery)),
    };

    private string Payload(string role = "customer", int startSeconds = 0, int lifeSeconds = 600)
    {
        long now = _host.Clock.GetUtcNow().ToUnixTimeSeconds();
        return $$"""
            {"iss":"catalog","aud":"catalog","sub":"{{_userId}}","name":"Ada","role":"{{role}}","epoch":0,
            "iat":{{now}},"nbf":{{now + startSeconds}},"exp":{{now + lifeSeconds}}}
            """;
    }

    private string Token(string? header = null, string? payload = null, string role = "customer", byte[]? key = null)
    {
        string signed = Encode(header ?? """{"alg":"HS256","typ":"at+jwt"}""") + "." + Encode(payload ?? Payload(role));
        byte[] signature = HMACSHA256.HashData(key ?? Key, Encoding.ASCII.GetBytes(signed));
        return signed + "." + Base64Url.EncodeToString(signature);
    }

    private static string Unsigned(string token) => token[..(token.LastIndexOf('.') + 1)];

    private string Altered(string token)
    {
        string[] parts = token.Split('.');
        return string.Join('.', parts[0], Encode(Payload("admin")), parts[2]);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_token_given_out_is_verified_with_all_it_says()
    {
        var clock = new ManualClock();
        var tokens = new AccessTokens(new AuthOptions(), Key, clock);
        string token = tokens.Issue(new AccountProfile(42, "a@b.co", "Ä \"q\"", AccountRole.Admin, 3));
        Assert.True(tokens.TryVerify(token, out Caller caller));
        long expires = clock.GetUtcNow().AddMinutes(15).ToUnixTimeMilliseconds();
        Assert.Equal(new Caller(42, AccountRole.Admin, 3, expires), caller);
    }
}
