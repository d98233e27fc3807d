using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.OpenApi;

namespace Catalog.Shell.Http.OpenApi;

/// <summary>The examples of bodies, as JSON, where their types have one. Thread-safe.</summary>
internal static class BodyExamples
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly ConcurrentDictionary<Type, string?> Known = new();

    /// <summary>Shows the examples of what an operation gives, beside problems.</summary>
    public static void Describe(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (IProducesResponseTypeMetadata gives in metadata.OfType<IProducesResponseTypeMetadata>())
        {
            string status = $"{gives.StatusCode}";
            bool isProblem = gives.Type == typeof(ProblemDocument);
            if (gives.Type is not { } type || isProblem || Of(type) is not { } example) continue;
            if (operation.Responses?.TryGetValue(status, out IOpenApiResponse? response) is not true) continue;
            foreach (OpenApiMediaType media in response.Content?.Values ?? []) media.Example = example;
        }
    }

    /// <summary>A type's example; null when it has none. What is returned is the caller's own.</summary>
    public static JsonNode? Of(Type type) =>
        Known.GetOrAdd(type, Write) is { } json ? JsonNode.Parse(json) : null;

    private static string? Write(Type type)
    {
        bool isExampled = type.GetInterfaces().Any(
            each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IExampled<>));
        if (!isExampled) return null;
        PropertyInfo property = type.GetProperty("Example", BindingFlags.Public | BindingFlags.Static)
            ?? throw new InvalidOperationException($"{type} does not show its example.");
        return JsonSerializer.Serialize(property.GetValue(null), type, Written);
    }
}
