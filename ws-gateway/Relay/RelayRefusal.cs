namespace Catalog.WsGateway.Relay;

/// <summary>Why the gateway behind refused.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">What a person may read.</param>
internal sealed record RelayRefusal(string Code, string Message);
