using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Events;
using Catalog.Shell.Options;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>Registers everything that lives on booking's facts.</summary>
public static class BookingEvents
{
    /// <summary>
    /// Saving the mails' offset syncs every mail written since, which holds the next ones up; a crash only writes the
    /// mails of the last ten seconds again, under the same names.
    /// </summary>
    private static readonly ConsumerOptions MailsSyncSeldom = new() { SaveEveryMs = 10_000 };

    /// <summary>
    /// Registers the models, the consumers and payments. Needs the machines of showtimes and the catalogue, and
    /// <see cref="SeatBooking"/>.
    /// </summary>
    public static IServiceCollection AddBookingEvents(this IServiceCollection services) => services
        .AddProjection<CatalogueView>()
        .AddProjection(static _ => new UserBookings())
        .AddProjection<BookingAnalytics>()
        .AddEventMapper<BookingEventMapper>()
        .AddSingleton(static s => new Outbox(
            Path.Combine(s.GetRequiredService<CatalogOptions>().DataPath, "outbox")))
        .AddBusConsumer<NotificationConsumer>(MailsSyncSeldom)
        .AddConsumer<InventorySync>()
        .AddWorker<InventorySync>()
        .AddPayments();
}
