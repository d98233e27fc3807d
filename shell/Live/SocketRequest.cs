using System.Buffers;
using System.Text.Json;
using Catalog.Shell.Http;
using Catalog.WsGateway;

namespace Catalog.Shell.Live;

/// <summary>Makes of an event's data the request its endpoint knows.</summary>
internal static class SocketRequest
{
    private const string KeyField = "idempotencyKey";

    /// <summary>Fills in a request. O(size).</summary>
    /// <exception cref="GatewayException">The data is no object, or a parameter is neither text nor number.</exception>
    internal static void Fill(HttpRequest request, ReadOnlySpan<byte> data, LiveEndpoint endpoint)
    {
        var body = new ArrayBufferWriter<byte>(data.Length + 2);
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            Split(request, data, endpoint, writer);
            writer.WriteEndObject();
        }

        request.Method = endpoint.Method;
        request.ContentType = JsonResponse.ContentType;
        request.ContentLength = body.WrittenCount;
        request.Body = new MemoryStream(body.WrittenSpan.ToArray());
    }

    private static void Split(
        HttpRequest request, ReadOnlySpan<byte> data, LiveEndpoint endpoint, Utf8JsonWriter body)
    {
        var reader = new Utf8JsonReader(data);
        if (data.IsEmpty || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new GatewayException("bad_request", "The event takes an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string field = reader.GetString()!;
            reader.Read();
            if (field == KeyField)
            {
                request.Headers[IdempotencyHeader.Name] = TextOf(ref reader, field);
            }
            else if (field == endpoint.Route?.Field)
            {
                request.RouteValues[endpoint.Route.Value.Name] = TextOf(ref reader, field);
            }
            else if (field == endpoint.Query)
            {
                request.QueryString = request.QueryString.Add(field, TextOf(ref reader, field));
            }
            else
            {
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                body.WritePropertyName(field);
                body.WriteRawValue(data[start..(int)reader.BytesConsumed], skipInputValidation: true);
            }
        }
    }

    private static string TextOf(ref Utf8JsonReader reader, string field) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw new GatewayException("bad_request", $"'{field}' is a text."),
    };
}
