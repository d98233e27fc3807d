using System.Net;
using System.Text.Json;

namespace Catalog.Engine.Tests.Shell;

/// <summary>A response, read whole.</summary>
public sealed record ShellAnswer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string AccessToken => Json.GetProperty("accessToken").GetString()!;

    public string RefreshToken => Json.GetProperty("refreshToken").GetString()!;

    public static async Task<ShellAnswer> ReadAsync(HttpResponseMessage response)
    {
        Dictionary<string, string> headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new ShellAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }

    /// <summary>Asserts that this is the problem with <paramref name="code"/>, whole and without innards.</summary>
    public ShellAnswer AssertProblem(HttpStatusCode status, string code)
    {
        Assert.True(Status == status, $"{(int)Status} instead of {(int)status}: {Text}");
        Assert.Equal("application/problem+json", Headers["Content-Type"]);
        Assert.Equal(code, Json.GetProperty("code").GetString());
        Assert.Equal("/problems/" + code, Json.GetProperty("type").GetString());
        Assert.Equal((int)status, Json.GetProperty("status").GetInt32());
        Assert.NotEmpty(Json.GetProperty("title").GetString()!);
        Assert.NotEmpty(Json.GetProperty("traceId").GetString()!);
        Assert.DoesNotContain("   at ", Text, StringComparison.Ordinal);
        return this;
    }

    /// <summary>Asserts that the problem names exactly these fields.</summary>
    public void AssertFields(params string[] fields) =>
        Assert.Equal(fields.Order(), Json.GetProperty("errors").EnumerateObject().Select(e => e.Name).Order());
}
