namespace Catalog.WsGateway;

/// <summary>A refusal, for the client to see: thrown by a handler, it becomes an "error" event.</summary>
/// <param name="code">A stable code, as <c>seat_taken</c>.</param>
/// <param name="message">What a person may read.</param>
/// <param name="details">
/// The error's whole data, a JSON object with "code" and "message" and what else there is to say; not checked.
/// </param>
public sealed class GatewayException(string code, string message, ReadOnlyMemory<byte> details = default)
    : Exception(message)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;

    /// <summary>The error's whole data; empty when there are only code and message.</summary>
    public ReadOnlyMemory<byte> Details { get; } = details;
}
