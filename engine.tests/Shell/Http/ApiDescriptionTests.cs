using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Catalog.Engine.Tests.House;

namespace Catalog.Engine.Tests.Shell.Http;

/// <summary>
/// The web app's client is made from <c>web/src/api/openapi.json</c>, so that must be what the server says today. With
/// the environment variable <c>CATALOG_UPDATE_SNAPSHOT=1</c> the test writes it anew; <c>npm run api</c> in <c>web</c>
/// then makes the client's types.
/// </summary>
public sealed class ApiDescriptionTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string SnapshotPath = "web/src/api/openapi.json";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task The_description_is_the_one_the_web_app_was_made_for()
    {
        string actual = await DescribeAsync();
        string path = Repository.FullPath(SnapshotPath);
        if (Environment.GetEnvironmentVariable("CATALOG_UPDATE_SNAPSHOT") == "1")
            await File.WriteAllTextAsync(path, actual);
        string expected = await File.ReadAllTextAsync(path);
        Assert.True(
            expected == actual,
            $"{SnapshotPath} differs from /openapi/v1.json at {FirstDifference(expected, actual)}; "
            + "CATALOG_UPDATE_SNAPSHOT=1 rewrites it, then 'npm run api' in web makes the types.");
    }

    [Fact]
    public async Task Numbers_are_described_as_numbers_and_large_ids_as_either()
    {
        JsonNode schemas = JsonNode.Parse(await DescribeAsync())!["components"]!["schemas"]!;
        Assert.Equal("\"integer\"", schemas["SessionAnswer"]!["properties"]!["expiresIn"]!["type"]!.ToJsonString());
        Assert.Equal("[\"integer\",\"string\"]", schemas["UserAnswer"]!["properties"]!["id"]!["type"]!.ToJsonString());
    }

    /// <summary>The live document without the address it happened to be asked at.</summary>
    private async Task<string> DescribeAsync()
    {
        ShellAnswer answer = await shared.Host.GetAsync("/openapi/v1.json");
        JsonObject document = JsonNode.Parse(answer.Text)!.AsObject();
        document.Remove("servers");
        return document.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
    }

    private static string FirstDifference(string expected, string actual)
    {
        string[] old = expected.Split('\n');
        string[] now = actual.Split('\n');
        for (int i = 0; i < Math.Min(old.Length, now.Length); i++)
            if (old[i] != now[i]) return $"line {i + 1}: '{old[i].Trim()}' is now '{now[i].Trim()}'";
        return $"line {Math.Min(old.Length, now.Length)}: one is longer";
    }
}
