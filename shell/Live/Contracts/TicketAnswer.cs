using Catalog.Shell.Http;

namespace Catalog.Shell.Live.Contracts;

/// <summary>What a WebSocket signs in with.</summary>
/// <param name="Ticket">Goes into the address, <c>/ws?ticket=…</c>, or into the event <c>auth</c>.</param>
/// <param name="ExpiresAt">When it is no longer good; it is good once.</param>
/// <param name="SignedInUntil">
/// When a socket that signed in with it is signed in no longer, unless it signs in again before.
/// </param>
public sealed record TicketAnswer(string Ticket, DateTime ExpiresAt, DateTime SignedInUntil) : IExampled<TicketAnswer>
{
    /// <inheritdoc/>
    public static TicketAnswer Example => new(
        "the ticket", new(2027, 1, 15, 19, 30, 0, DateTimeKind.Utc), new(2027, 1, 15, 19, 44, 0, DateTimeKind.Utc));
}
