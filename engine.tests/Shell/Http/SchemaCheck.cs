using System.Text.Json;
using System.Text.Json.Nodes;

namespace Catalog.Engine.Tests.Shell.Http;

/// <summary>
/// Holds JSON against the part of JSON Schema that the API's description uses: types, properties, required ones, items,
/// values of dictionaries, references. What a schema does not name is not allowed.
/// </summary>
internal sealed class SchemaCheck(JsonNode document, List<string> problems)
{
    private const string Reference = "#/components/schemas/";

    /// <summary>Adds what does not fit to the problems.</summary>
    public void Check(JsonNode? value, JsonNode schema, string where)
    {
        if (schema["$ref"]?.GetValue<string>() is { } name)
        {
            Check(value, document["components"]!["schemas"]![name[Reference.Length..]]!, where);
            return;
        }

        JsonArray? either = (schema["oneOf"] ?? schema["anyOf"])?.AsArray();
        if (either is not null)
        {
            bool fits = either.Any(each => Fits(value, each!, where));
            if (!fits) problems.Add($"{where} is none of what it may be");
            return;
        }

        string[] types = TypesOf(schema);
        if (types.Length > 0 && !types.Any(type => IsOf(value, type)))
            problems.Add($"{where} is no {string.Join(" or ", types.Where(static type => type != "null"))}");
        if (value is JsonObject thing) CheckObject(thing, schema, where);
        if (value is JsonArray list && schema["items"] is { } items)
            for (int i = 0; i < list.Count; i++) Check(list[i], items, $"{where}[{i}]");
    }

    private bool Fits(JsonNode? value, JsonNode schema, string where)
    {
        var found = new List<string>();
        new SchemaCheck(document, found).Check(value, schema, where);
        return found.Count == 0;
    }

    private void CheckObject(JsonObject thing, JsonNode schema, string where)
    {
        foreach (JsonNode? required in schema["required"]?.AsArray() ?? [])
            if (!thing.ContainsKey(required!.GetValue<string>())) problems.Add($"{where}.{required} is missing");
        JsonObject? properties = schema["properties"]?.AsObject();
        JsonNode? others = schema["additionalProperties"];
        foreach ((string name, JsonNode? value) in thing)
        {
            if (properties?[name] is { } property) Check(value, property, $"{where}.{name}");
            else if (others is JsonObject) Check(value, others, $"{where}.{name}");
            else if (properties is not null) problems.Add($"{where}.{name} is unknown");
        }
    }

    private static string[] TypesOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray many => [.. many.Select(static each => each!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };

    private static bool IsOf(JsonNode? value, string type) => (type, value?.GetValueKind()) switch
    {
        ("null", null or JsonValueKind.Null) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => long.TryParse(value!.ToJsonString(), out _),
        _ => false,
    };
}
