using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Catalog.Shell.Http.OpenApi;

/// <summary>
/// Describes what may be null as what may be missing. Most answers leave out what they do not know, which the generator
/// does not see: it calls every parameter of a record's constructor required.
/// </summary>
internal static class AbsentNulls
{
    /// <summary>Takes what may be null off the list of what is required.</summary>
    public static Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (schema.Required is not { } required || schema.Properties is not { } properties) return Task.CompletedTask;
        foreach ((string name, IOpenApiSchema property) in properties)
            if (property.Type is { } type && type.HasFlag(JsonSchemaType.Null)) required.Remove(name);
        return Task.CompletedTask;
    }
}
