namespace Catalog.WsGateway.Handlers;

/// <summary>What a client signs in with.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Token">Something else that says who it is, where the program takes that.</param>
internal sealed record TicketWish(string? Ticket = null, string? Token = null);
