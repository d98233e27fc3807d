using System.Net;
using Catalog.Shell.Auth;

namespace Catalog.Engine.Tests.Shell.Auth;

/// <summary>Accounts and sessions through the whole server.</summary>
public sealed class AuthFlowTests : IAsyncLifetime
{
    private readonly ShellHost _host = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Registering_opens_a_session_that_knows_who_one_is()
    {
        ShellAnswer session = await _host.RegisterAsync("  Ada@Example.ORG ");
        Assert.Equal("Bearer", session.Json.GetProperty("tokenType").GetString());
        Assert.Equal(900, session.Json.GetProperty("expiresIn").GetInt32());
        Assert.Equal("no-store", session.Headers["Cache-Control"]);

        ShellAnswer me = await _host.GetAsync("/api/auth/me", session.AccessToken);
        Assert.Equal(HttpStatusCode.OK, me.Status);
        Assert.Equal("ada@example.org", me.Json.GetProperty("email").GetString());
        Assert.Equal("customer", me.Json.GetProperty("role").GetString());
        Assert.Equal(1UL, me.Json.GetProperty("id").GetUInt64());
    }

    [Fact]
    public async Task An_email_address_registers_once_however_it_is_written()
    {
        await _host.RegisterAsync("ada@example.org");
        ShellAnswer again = await _host.PostAsync(
            "/api/auth/register", new { name = "Eve", email = "ADA@example.org", password = "another one" });
        again.AssertProblem(HttpStatusCode.Conflict, "email_taken");
    }

    [Fact]
    public async Task Racing_registrations_of_one_address_make_one_account()
    {
        Task<ShellAnswer>[] race = [.. Enumerable.Range(0, 8).Select(i => _host.PostAsync(
            "/api/auth/register", new { name = $"N{i}", email = "race@example.org", password = ShellHost.Password }))];
        ShellAnswer[] answers = await Task.WhenAll(race);
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(a => a.Status == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_look_the_same()
    {
        await _host.RegisterAsync();
        ShellAnswer wrong = await _host.LoginAsync(password: "wrong horse");
        ShellAnswer unknown = await _host.LoginAsync("nobody@example.org");
        wrong.AssertProblem(HttpStatusCode.Unauthorized, "credentials_wrong");
        unknown.AssertProblem(HttpStatusCode.Unauthorized, "credentials_wrong");
        Assert.Equal(Masked(wrong), Masked(unknown));
        Assert.Equal(HttpStatusCode.OK, (await _host.LoginAsync()).Status);
    }

    [Fact]
    public async Task A_refresh_token_trades_once_and_its_copy_ends_the_session()
    {
        ShellAnswer first = await _host.RegisterAsync();
        ShellAnswer second = await RefreshAsync(first.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.NotEqual(first.RefreshToken, second.RefreshToken);
        ShellAnswer third = await RefreshAsync(second.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, third.Status);

        (await RefreshAsync(first.RefreshToken)).AssertProblem(HttpStatusCode.Unauthorized, "refresh_token_invalid");
        (await RefreshAsync(third.RefreshToken)).AssertProblem(HttpStatusCode.Unauthorized, "refresh_token_invalid");
    }

    [Fact]
    public async Task A_copy_used_later_ends_the_session()
    {
        ShellAnswer first = await _host.RegisterAsync();
        ShellAnswer second = await RefreshAsync(first.RefreshToken);
        _host.Clock.Advance(TimeSpan.FromMilliseconds(AccountMachine.RepeatMs));
        (await RefreshAsync(first.RefreshToken)).AssertProblem(HttpStatusCode.Unauthorized, "refresh_token_invalid");
        (await RefreshAsync(second.RefreshToken)).AssertProblem(HttpStatusCode.Unauthorized, "refresh_token_invalid");
    }

    [Fact]
    public async Task An_answer_that_got_lost_is_given_again_with_the_same_token()
    {
        ShellAnswer first = await _host.RegisterAsync();
        ShellAnswer lost = await RefreshAsync(first.RefreshToken);
        ShellAnswer again = await RefreshAsync(first.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal(lost.RefreshToken, again.RefreshToken);
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/api/auth/me", again.AccessToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(again.RefreshToken)).Status);
    }

    [Fact]
    public async Task A_copied_token_ends_no_other_session()
    {
        ShellAnswer first = await _host.RegisterAsync();
        ShellAnswer other = await _host.LoginAsync();
        await RefreshAsync(first.RefreshToken);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(first.RefreshToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(other.RefreshToken)).Status);
    }

    [Fact]
    public async Task Racing_refreshes_with_one_token_give_the_same_one_which_trades_once()
    {
        ShellAnswer session = await _host.RegisterAsync();
        ShellAnswer[] race = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RefreshAsync(session.RefreshToken)));
        Assert.All(race, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        string next = Assert.Single(race.Select(a => a.RefreshToken).Distinct());
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(next)).Status);
        _host.Clock.Advance(TimeSpan.FromMilliseconds(AccountMachine.RepeatMs));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(next)).Status);
    }

    [Fact]
    public async Task A_refresh_token_expires()
    {
        ShellAnswer session = await _host.RegisterAsync();
        _host.Clock.Advance(TimeSpan.FromDays(30));
        (await RefreshAsync(session.RefreshToken)).AssertProblem(HttpStatusCode.Unauthorized, "refresh_token_invalid");
    }

    [Fact]
    public async Task Signing_out_ends_this_session_only()
    {
        ShellAnswer one = await _host.RegisterAsync();
        ShellAnswer two = await _host.LoginAsync();
        ShellAnswer gone = await _host.PostAsync("/api/auth/logout", new { refreshToken = one.RefreshToken });
        Assert.Equal(HttpStatusCode.NoContent, gone.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(one.RefreshToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync(two.RefreshToken)).Status);
        ShellAnswer twice = await _host.PostAsync("/api/auth/logout", new { refreshToken = one.RefreshToken });
        Assert.Equal(HttpStatusCode.NoContent, twice.Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_voids_access_and_refresh_tokens_of_this_account_only()
    {
        ShellAnswer one = await _host.RegisterAsync();
        ShellAnswer two = await _host.LoginAsync();
        ShellAnswer other = await _host.RegisterAsync("bob@example.org");
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/api/auth/me", two.AccessToken)).Status);

        ShellAnswer out1 = await _host.PostAsync("/api/auth/logout-everywhere", token: one.AccessToken);
        Assert.Equal(HttpStatusCode.NoContent, out1.Status);
        foreach (ShellAnswer ended in (ShellAnswer[])[one, two])
        {
            (await _host.GetAsync("/api/auth/me", ended.AccessToken))
                .AssertProblem(HttpStatusCode.Unauthorized, "token_invalid");
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await RefreshAsync(two.RefreshToken)).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/api/auth/me", other.AccessToken)).Status);
        ShellAnswer again = await _host.LoginAsync();
        Assert.Equal(HttpStatusCode.OK, (await _host.GetAsync("/api/auth/me", again.AccessToken)).Status);
    }

    [Fact]
    public async Task Changing_the_password_wants_the_old_one_and_ends_every_session()
    {
        ShellAnswer session = await _host.RegisterAsync();
        const string path = "/api/auth/password";
        (await _host.PostAsync(path, new { currentPassword = "wrong horse", newPassword = "battery staple" },
            session.AccessToken)).AssertProblem(HttpStatusCode.Unauthorized, "credentials_wrong");
        ShellAnswer changed = await _host.PostAsync(
            path, new { currentPassword = ShellHost.Password, newPassword = "battery staple" }, session.AccessToken);
        Assert.Equal(HttpStatusCode.NoContent, changed.Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.GetAsync("/api/auth/me", session.AccessToken)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _host.LoginAsync()).Status);
        Assert.Equal(HttpStatusCode.OK, (await _host.LoginAsync(password: "battery staple")).Status);
    }

    [Fact]
    public async Task A_cookie_carries_the_refresh_token_where_scripts_cannot_see_it()
    {
        await _host.RegisterAsync();
        ShellAnswer session = await _host.PostAsync(
            "/api/auth/login?cookie=true", new { email = "ada@example.org", password = ShellHost.Password });
        Assert.False(session.Json.TryGetProperty("refreshToken", out _));
        string cookie = session.Headers["Set-Cookie"];
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/refresh?cookie=true");
        request.Headers.Add("Cookie", cookie.Split(';')[0]);
        using HttpResponseMessage response = await _host.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        string next = response.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("catalog_refresh=", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_whose_cookie_is_gone_has_no_session_to_go_on_with_or_to_end()
    {
        (await _host.PostAsync("/api/auth/refresh?cookie=true"))
            .AssertProblem(HttpStatusCode.Unauthorized, "refresh_token_invalid");
        Assert.Equal(HttpStatusCode.NoContent, (await _host.PostAsync("/api/auth/logout")).Status);
    }

    [Fact]
    public async Task Guessing_one_password_runs_into_a_quota()
    {
        await _host.RegisterAsync();
        ShellAnswer last = await _host.LoginAsync(password: "guess 0");
        for (int i = 1; i < 40 && last.Status == HttpStatusCode.Unauthorized; i++)
            last = await _host.LoginAsync(password: $"guess {i}");
        last.AssertProblem(HttpStatusCode.TooManyRequests, "rate_limited");
        Assert.Equal("6", last.Headers["Retry-After"]);
        Assert.Equal("\"login-account\";q=10;w=60", last.Headers["RateLimit-Policy"]);
        Assert.Equal("\"login-account\";r=0;t=6", last.Headers["RateLimit"]);
        _host.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(HttpStatusCode.OK, (await _host.LoginAsync()).Status);
    }

    private Task<ShellAnswer> RefreshAsync(string refreshToken) =>
        _host.PostAsync("/api/auth/refresh", new { refreshToken });

    private static string Masked(ShellAnswer answer) =>
        answer.Text.Replace(answer.Json.GetProperty("traceId").GetString()!, "", StringComparison.Ordinal);
}
