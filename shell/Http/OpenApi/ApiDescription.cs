using Catalog.Shell.Auth;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Catalog.Shell.Http.OpenApi;

/// <summary>The API's description at <c>/openapi/v1.json</c> and its page at <c>/api-docs</c>.</summary>
internal static class ApiDescription
{
    private const string SchemeName = "bearer";

    /// <summary>Adds the generator, with what it cannot see by itself: bodies and tokens.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", options =>
        {
            options.AddDocumentTransformer(DescribeDocument);
            options.AddOperationTransformer(DescribeOperationAsync);
            options.AddSchemaTransformer(PlainNumbers.TransformAsync);
            options.AddSchemaTransformer(AbsentNulls.TransformAsync);
        });

    /// <summary>Maps document and page.</summary>
    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        // Branched off, because the page's middleware would match expressions against every request's path.
        app.UseWhen(
            static context => context.Request.Path.StartsWithSegments("/api-docs"),
            static branch => branch.UseSwaggerUI(options =>
            {
                options.RoutePrefix = "api-docs";
                options.SwaggerEndpoint("/openapi/v1.json", "Catalog v1");
                options.DocumentTitle = "Catalog API";
            }));
    }

    private static Task DescribeDocument(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info.Title = "Catalog";
        document.Info.Description = "Errors are RFC 9457 problem documents with a stable 'code'; see /problems.";
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[SchemeName] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = SchemeName,
            BearerFormat = "JWT",
            Description = "An access token from POST /api/auth/login.",
        };
        return Task.CompletedTask;
    }

    private static async Task DescribeOperationAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<TakesMetadata>().LastOrDefault() is { } takes)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/json"] = new()
                    {
                        Schema = await context.GetOrCreateSchemaAsync(takes.Type, null, cancel),
                        Example = BodyExamples.Of(takes.Type),
                    },
                },
            };
        }

        BodyExamples.Describe(operation, metadata);
        DescribeParameters(operation, context.Description.RelativePath ?? "", metadata);
        if (metadata.OfType<NeedsTokenMetadata>().LastOrDefault() is not { } needs) return;
        var scheme = new OpenApiSecuritySchemeReference(SchemeName, context.Document);
        operation.Security = [new OpenApiSecurityRequirement { [scheme] = [] }];
        if (needs.Role == AccountRole.Admin) operation.Description = "For administrators.";
    }

    /// <summary>The path's parameters, read off the path, and those an endpoint was described with.</summary>
    private static void DescribeParameters(OpenApiOperation operation, string path, IList<object> metadata)
    {
        operation.Parameters ??= [];
        foreach (string segment in path.Split('/'))
        {
            if (!segment.StartsWith('{') || !segment.EndsWith('}')) continue;
            string name = segment[1..^1];
            if (operation.Parameters.Any(known => known.Name == name)) continue;
            operation.Parameters.Add(ParameterOf(ParameterLocation.Path, name, null, isRequired: true));
        }

        foreach (ParameterMetadata each in metadata.OfType<ParameterMetadata>())
        {
            ParameterLocation place =
                each.Place == ParameterPlace.Query ? ParameterLocation.Query : ParameterLocation.Header;
            operation.Parameters.Add(ParameterOf(place, each.Name, each.Summary, each.IsRequired));
        }
    }

    private static OpenApiParameter ParameterOf(
        ParameterLocation place, string name, string? summary, bool isRequired) => new()
        {
            In = place,
            Name = name,
            Description = summary,
            Required = isRequired,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
