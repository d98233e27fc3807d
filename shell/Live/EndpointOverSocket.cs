using System.Globalization;
using System.Text.Json;
using Catalog.Shell.Auth;
using Catalog.Shell.Http;
using Catalog.WsGateway;
using Microsoft.Extensions.Primitives;

namespace Catalog.Shell.Live;

/// <summary>
/// Serves a client's event by calling the handler its HTTP endpoint calls, with a request made of the event and an
/// answer taken from the response: there is one implementation, with one set of checks, quotas and keys. Thread-safe.
/// </summary>
internal sealed class EndpointOverSocket(LiveEndpoint endpoint, Bearer bearer, IServiceProvider services)
{
    /// <summary>Serves one event.</summary>
    /// <exception cref="GatewayException">
    /// The endpoint refused; the details are its problem document, with a "message".
    /// </exception>
    internal async ValueTask<ReadOnlyMemory<byte>> HandleAsync(GatewayConnection connection, ReadOnlyMemory<byte> data)
    {
        if (LiveRoutes.CallerOf(connection) is not { } caller) throw RefusalOf(ProblemCodes.TokenRequired);
        if (!bearer.IsGood(in caller)) throw RefusalOf(ProblemCodes.TokenInvalid);
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        SocketRequest.Fill(context.Request, data.Span, endpoint);
        context.Response.Body = answer;
        await endpoint.Handler(context, caller);
        await context.Response.CompleteAsync();
        ReadOnlyMemory<byte> document = answer.GetBuffer().AsMemory(0, (int)answer.Length);
        if (context.Response.StatusCode < StatusCodes.Status400BadRequest) return document;
        throw RefusalOf(document, context.Response.Headers.RetryAfter);
    }

    private static GatewayException RefusalOf(ProblemCode problem) => new(problem.Code, problem.Title);

    /// <summary>The problem document as an error's data.</summary>
    private static GatewayException RefusalOf(ReadOnlyMemory<byte> document, StringValues retryAfter)
    {
        using JsonDocument problem = JsonDocument.Parse(document);
        JsonElement root = problem.RootElement;
        string code = root.GetProperty("code").GetString()!;
        string message = (root.TryGetProperty("detail", out JsonElement detail) ? detail : root.GetProperty("title"))
            .GetString()!;
        using var details = new MemoryStream();
        using (var writer = new Utf8JsonWriter(details))
        {
            writer.WriteStartObject();
            writer.WriteString("code"u8, code);
            writer.WriteString("message"u8, message);
            if (int.TryParse(retryAfter.ToString(), CultureInfo.InvariantCulture, out int seconds))
                writer.WriteNumber("retryAfterSeconds"u8, seconds);
            foreach (JsonProperty property in root.EnumerateObject())
                if (!property.NameEquals("code"u8)) property.WriteTo(writer);
            writer.WriteEndObject();
        }

        return new GatewayException(code, message, details.ToArray());
    }
}
