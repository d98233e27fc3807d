namespace Catalog.WsGateway;

/// <summary>A refusal, for the client to see: thrown by a handler, it becomes an "error" event.</summary>
/// <param name="code">A stable code, as <c>seat_taken</c>.</param>
/// <param name="message">What a person may read.</param>
public sealed class GatewayException(string code, string message) : Exception(message)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;
}
