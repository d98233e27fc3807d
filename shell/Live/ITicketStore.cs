using Catalog.Shell.Auth;

namespace Catalog.Shell.Live;

/// <summary>
/// Keeps the tickets sockets sign in with. Each is good once and for a short time; whichever process gave it out, any
/// may take it. Thread-safe.
/// </summary>
public interface ITicketStore
{
    /// <summary>Gives out a ticket.</summary>
    /// <returns>Null when there are too many.</returns>
    ValueTask<Ticket?> IssueAsync(Caller holder, CancellationToken cancel);

    /// <summary>Takes a ticket, which is then spent.</summary>
    /// <returns>Whose it was; null when there is no such ticket any more.</returns>
    ValueTask<Caller?> TakeAsync(string text, CancellationToken cancel);
}
