using System.Reflection;
using Catalog.Shell.Auth;

namespace Catalog.Shell.Http;

/// <summary>
/// Says what an endpoint made of a <see cref="RequestDelegate"/> takes and gives, for the API's description.
/// </summary>
public static class EndpointDescriptions
{
    private static readonly MethodInfo Shape =
        typeof(EndpointDescriptions).GetMethod(nameof(Handle), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Lists the endpoint in the description, in a group and under a summary.</summary>
    public static IEndpointConventionBuilder Describe(
        this IEndpointConventionBuilder endpoint, string tag, string summary) =>
        endpoint.WithMetadata(Shape).WithTags(tag).WithSummary(summary);

    /// <summary>It takes a JSON body.</summary>
    public static IEndpointConventionBuilder Takes<T>(this IEndpointConventionBuilder endpoint)
        where T : IExampled<T> => endpoint.WithMetadata(new OpenApi.TakesMetadata(typeof(T)));

    /// <summary>It gives a JSON document.</summary>
    public static IEndpointConventionBuilder Gives<T>(this IEndpointConventionBuilder endpoint, int status = 200) =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(T), ["application/json"]));

    /// <summary>It gives a status without a body.</summary>
    public static IEndpointConventionBuilder Gives(this IEndpointConventionBuilder endpoint, int status) =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(status));

    /// <summary>It may answer problems with these statuses.</summary>
    public static IEndpointConventionBuilder Fails(this IEndpointConventionBuilder endpoint, params int[] statuses)
    {
        foreach (int status in statuses)
        {
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(
                status, typeof(ProblemDocument), ["application/problem+json"]));
        }

        return endpoint;
    }

    /// <summary>It wants an access token.</summary>
    public static IEndpointConventionBuilder NeedsToken(
        this IEndpointConventionBuilder endpoint, AccountRole role = AccountRole.Customer) =>
        endpoint.WithMetadata(new NeedsTokenMetadata(role));

    /// <summary>It wants an <c>Idempotency-Key</c>.</summary>
    public static IEndpointConventionBuilder NeedsIdempotencyKey(this IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new OpenApi.ParameterMetadata(
            OpenApi.ParameterPlace.Header, IdempotencyHeader.Name, "Makes repeating the request harmless", true));

    /// <summary>It wants to know which revision of a record the change was made from.</summary>
    public static IEndpointConventionBuilder NeedsRevision(this IEndpointConventionBuilder endpoint) =>
        endpoint.Header("If-Match", "The ETag the record was read with")
            .Query("revision", "The revision it was read with, instead of If-Match");

    /// <summary>It takes a query parameter.</summary>
    public static IEndpointConventionBuilder Query(
        this IEndpointConventionBuilder endpoint, string name, string summary, bool isRequired = false) =>
        endpoint.WithMetadata(
            new OpenApi.ParameterMetadata(OpenApi.ParameterPlace.Query, name, summary, isRequired));

    /// <summary>It looks at a header.</summary>
    public static IEndpointConventionBuilder Header(
        this IEndpointConventionBuilder endpoint, string name, string summary, bool isRequired = false) =>
        endpoint.WithMetadata(
            new OpenApi.ParameterMetadata(OpenApi.ParameterPlace.Header, name, summary, isRequired));

    /// <summary>What every handler looks like: the description's machinery reads parameters off a method.</summary>
    private static Task Handle(HttpContext context) => Task.FromResult(context);
}
