using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Catalog.Shell.Http.OpenApi;

/// <summary>
/// Describes numbers as numbers. The server also reads them from strings, which the generator reports as "number or
/// string"; but it always writes numbers, and clients made from the description should not have to ask. Unsigned 64-bit
/// ids stay both, because not every client's numbers hold them.
/// </summary>
internal static class PlainNumbers
{
    private const JsonSchemaType Number = JsonSchemaType.Integer | JsonSchemaType.Number;

    /// <summary>Takes the string away from a number's type.</summary>
    public static Task TransformAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (schema.Type is { } type && (type & Number) != 0 && type.HasFlag(JsonSchemaType.String)
            && schema.Format != "uint64")
        {
            schema.Type = type & ~JsonSchemaType.String;
            schema.Pattern = null;
        }

        return Task.CompletedTask;
    }
}
