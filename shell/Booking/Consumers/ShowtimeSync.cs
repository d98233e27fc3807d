using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>
/// Carries changes of the catalogue to showtimes that are on sale: times, prices, cancellation. A showtime takes later
/// revisions only, so being told twice, or late, changes nothing.
/// </summary>
public sealed class ShowtimeSync(SeatBooking booking, ProjectionView<CatalogueView> catalogue) : IEventConsumer
{
    /// <summary>The name its offset is kept under.</summary>
    public const string ConsumerName = "booking-showtime-sync";

    /// <inheritdoc/>
    public string Name => ConsumerName;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == CatalogueMachine.Id
        && (header.Type == ShowtimeSaved.TypeId || header.Type == ShowtimeCancelled.TypeId);

    /// <inheritdoc/>
    /// <exception cref="IOException">The engine does not take the change now.</exception>
    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        ulong showtimeId = envelope.Header.Type == ShowtimeSaved.TypeId
            ? envelope.Read<ShowtimeSaved>().Showtime.Id
            : envelope.Read<ShowtimeCancelled>().ShowtimeId;

        // The catalogue's view has this change before it is sent on: whoever opens the showtime from now on has it too.
        await catalogue.WaitForAsync(envelope.Header.Position + 1, cancel);
        Showtime? showtime = catalogue.Read(showtimeId, static (all, id) =>
            all.TryFindShowtime(id, out ShowtimeListing found) ? found.Showtime : null);

        // A new one is opened when somebody first wants a seat: there is nobody to tell.
        if (showtime is null or { Revision: 1 }) return;
        Reply<BookingResult> reply =
            await booking.ReviseAsync(showtimeId, ShowtimeHouses.TermsOf(showtime));
        if (!reply.HasValue) throw new IOException($"Showtime {showtimeId} takes no revision now: {reply.Status}.");
    }
}
