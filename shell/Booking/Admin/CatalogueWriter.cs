using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Core.Shards;
using Catalog.Shell.Booking.Consumers;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Admin;

/// <summary>
/// Sends changes to the catalogue and waits until everybody sees them: the lists, and showtimes on sale. Thread-safe.
/// </summary>
public sealed class CatalogueWriter(
    SystemHandle<CatalogueState> catalogue, ProjectionView<CatalogueView> view, ReadYourWrites writes,
    EventHost events, TimeProvider clock)
{
    /// <summary>
    /// How long an answer waits for showtimes to have the change. It is durable by then and reaches them in any case.
    /// </summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(5);

    /// <summary>Now, milliseconds since 1970.</summary>
    public long NowMs => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Sends a change.</summary>
    public async Task<Reply<CatalogueResult>> SendAsync<TCommand>(TCommand command, CancellationToken cancel)
        where TCommand : struct, ICommand<CatalogueResult>
    {
        Reply<CatalogueResult> reply =
            await catalogue.ExecuteAsync<TCommand, CatalogueResult>(CatalogueMachine.Key, in command);
        if (!reply.HasValue || !reply.Value.IsDone) return reply;
        await writes.WaitAsync(view, cancel);
        try
        {
            await events.WaitForConsumerAsync(ShowtimeSync.ConsumerName, events.CommittedPosition, cancel)
                .WaitAsync(MaxWait, cancel);
        }
        catch (TimeoutException)
        {
            // The showtime has it later; nothing is lost.
        }

        return reply;
    }
}
