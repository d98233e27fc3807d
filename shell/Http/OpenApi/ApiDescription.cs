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
                    },
                },
            };
        }

        if (metadata.OfType<NeedsTokenMetadata>().LastOrDefault() is not { } needs) return;
        var scheme = new OpenApiSecuritySchemeReference(SchemeName, context.Document);
        operation.Security = [new OpenApiSecurityRequirement { [scheme] = [] }];
        if (needs.Role == AccountRole.Admin) operation.Description = "For administrators.";
    }
}
