namespace Catalog.WsGateway.Loops;

/// <summary>How a connection shall end.</summary>
/// <param name="Code">The code the close frame carries.</param>
/// <param name="Reason">The reason it carries.</param>
/// <param name="IsViolation">The client's frames cannot be read any more, so no answer is waited for.</param>
internal sealed record CloseOrder(CloseCode Code, string Reason, bool IsViolation = false);
