using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Catalog.Shell.Http;
using Catalog.Shell.Http.OpenApi;

namespace Catalog.Engine.Tests.Shell.Http;

/// <summary>The examples in the API's description: they are there, and they are true.</summary>
public sealed class ApiExampleTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly string[] Taking = ["post", "put", "patch"];

    private static readonly Type[] ShellTypes = typeof(IExampled<>).Assembly.GetTypes();

    [Fact]
    public async Task Every_body_that_is_taken_has_an_example()
    {
        string[] without =
        [
            .. (await BodiesAsync()).Where(static each => each.IsRequest && each.Media["example"] is null)
                .Select(static each => each.Where),
        ];
        Assert.Empty(without);
        int taken = (await BodiesAsync()).Count(static each => each.IsRequest);
        Assert.InRange(taken, 20, 1_000);
    }

    [Fact]
    public async Task Most_answers_have_an_example()
    {
        (string Where, bool IsRequest, JsonNode Media)[] answers =
            [.. (await BodiesAsync()).Where(static each => !each.IsRequest)];
        int shown = answers.Count(static each => each.Media["example"] is not null);
        Assert.True(2 * shown > answers.Length, $"{shown} of {answers.Length} answers have an example.");
        string[] needed =
            ["/api/admin/alerts", "/api/admin/reports", "/api/admin/exports", "/api/auth/", "/booking/api/bookings"];
        string[] without =
        [
            .. answers.Where(each => each.Media["example"] is null && needed.Any(
                path => each.Where.Split(' ')[1].StartsWith(path, StringComparison.Ordinal)))
                .Select(static each => each.Where),
        ];
        string[] known =
        [
            "get /api/admin/alerts/rules/subjects 200", "get /api/admin/exports/sources 200",
            "get /api/auth/demo 200",
        ];
        Assert.Equal(known, without.Order());
    }

    [Fact]
    public async Task Every_example_fits_its_schema()
    {
        JsonNode document = await DescribeAsync();
        var problems = new List<string>();
        foreach ((string where, _, JsonNode media) in Bodies(document))
            if (media["example"] is { } example)
                new SchemaCheck(document, problems).Check(example, media["schema"]!, where);
        Assert.Empty(problems);
    }

    [Fact]
    public void Every_example_is_read_by_the_contract_the_server_reads_and_writes()
    {
        JsonSerializerContext[] contexts =
        [
            .. ShellTypes.Where(static each => each.IsSubclassOf(typeof(JsonSerializerContext)))
                .Select(static each => (JsonSerializerContext)each.GetProperty("Default")!.GetValue(null)!),
        ];
        Type[] exampled = [.. ShellTypes.Where(static each => each.GetInterfaces().Any(
            face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IExampled<>)))];
        Assert.InRange(exampled.Length, 40, 1_000);
        foreach (Type type in exampled)
        {
            JsonTypeInfo? contract = contexts.Select(each => each.GetTypeInfo(type)).FirstOrDefault(
                static each => each is not null);
            Assert.True(contract is not null, $"{type.Name} is in no context.");
            object example = type.GetProperty("Example")!.GetValue(null)!;
            string json = JsonSerializer.Serialize(example, contract!);
            Assert.True(
                JsonNode.DeepEquals(JsonNode.Parse(json), BodyExamples.Of(type)),
                $"{type.Name} is written as {json}, and shown as {BodyExamples.Of(type)}.");
            if (!type.Name.EndsWith("Request", StringComparison.Ordinal)) continue;
            object? read = JsonSerializer.Deserialize(json, contract!);
            Assert.Equal(json, JsonSerializer.Serialize(read, contract!));
        }
    }

    [Fact]
    public void The_check_finds_what_does_not_fit()
    {
        JsonNode document = JsonNode.Parse("""
            { "components": { "schemas": { "Seat": { "type": "object", "required": ["name"], "properties": {
              "name": { "type": "string" }, "price": { "type": ["null", "integer"] } } } } } }
            """)!;
        JsonNode list = JsonNode.Parse("""{ "type": "array", "items": { "$ref": "#/components/schemas/Seat" } }""")!;
        JsonNode seats = JsonNode.Parse(
            """[{ "name": "B2", "price": 1 }, { "price": 1.5 }, { "name": 2 }, { "name": "B3", "row": 2 }]""")!;
        var problems = new List<string>();
        new SchemaCheck(document, problems).Check(seats, list, "seats");
        Assert.Equal(
            ["seats[1].name is missing", "seats[1].price is no integer", "seats[2].name is no string",
             "seats[3].row is unknown"], problems.Order(StringComparer.Ordinal));
    }

    private async Task<(string Where, bool IsRequest, JsonNode Media)[]> BodiesAsync() =>
        [.. Bodies(await DescribeAsync())];

    private async Task<JsonNode> DescribeAsync() =>
        JsonNode.Parse((await shared.Host.GetAsync("/openapi/v1.json")).Text)!;

    private static IEnumerable<(string Where, bool IsRequest, JsonNode Media)> Bodies(JsonNode document)
    {
        foreach ((string path, JsonNode? item) in document["paths"]!.AsObject())
        {
            foreach ((string method, JsonNode? operation) in item!.AsObject())
            {
                string where = $"{method} {path}";
                JsonNode? body = operation!["requestBody"]?["content"]?["application/json"];
                if (body is not null && Taking.Contains(method)) yield return (where, true, body);
                foreach ((string status, JsonNode? response) in operation["responses"]!.AsObject())
                {
                    JsonNode? answer = response!["content"]?["application/json"];
                    if (answer is not null && status[0] == '2') yield return ($"{where} {status}", false, answer);
                }
            }
        }
    }
}
