namespace Catalog.WsGateway.Handlers;

/// <summary>What a client signs in with.</summary>
/// <param name="Ticket">The ticket.</param>
internal sealed record TicketWish(string Ticket);
