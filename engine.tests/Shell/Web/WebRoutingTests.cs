using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell.Web;

/// <summary>The web app among the API's endpoints, in the whole server.</summary>
public sealed class WebRoutingTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_browser_gets_a_page_where_a_program_gets_a_problem()
    {
        Assert.Equal("text/html", await TypeAsync("/no/such/page", "text/html", HttpStatusCode.OK));
        Assert.Equal(
            "application/problem+json", await TypeAsync("/no/such/page", "*/*", HttpStatusCode.NotFound));
        Assert.Equal(
            "application/problem+json", await TypeAsync("/booking/api/nothing", "text/html", HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task The_wrong_method_of_an_endpoint_is_still_that()
    {
        string? type = await TypeAsync("/api/auth/login", "text/html", HttpStatusCode.MethodNotAllowed);
        Assert.Equal("application/problem+json", type);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task Demo_accounts_are_told_by_a_demo_server_only(string isDemo)
    {
        await using var host = new ShellHost(null, null, ("Catalog:Demo", isDemo));
        ShellAnswer answer = await host.GetAsync("/api/auth/demo");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        JsonElement accounts = answer.Json.GetProperty("accounts");
        Assert.Equal(isDemo == "true" ? 2 : 0, accounts.GetArrayLength());
        foreach (JsonElement account in accounts.EnumerateArray())
        {
            ShellAnswer session = await host.LoginAsync(
                account.GetProperty("email").GetString()!, account.GetProperty("password").GetString()!);
            JsonElement user = session.Json.GetProperty("user");
            Assert.Equal(account.GetProperty("role").GetString(), user.GetProperty("role").GetString());
        }
    }

    private async Task<string?> TypeAsync(string path, string accept, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        using HttpResponseMessage answer = await shared.Host.Http.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        return answer.Content.Headers.ContentType?.MediaType;
    }
}
