using Catalog.Engine.Booking;
using Catalog.Shell.Booking.Insight;
using Catalog.Shell.Booking.Payments;
using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>Registers everything that lives on booking's facts.</summary>
public static class BookingEvents
{
    /// <summary>
    /// Registers the models, the consumers and payments. Needs the machines of showtimes and the catalogue, and
    /// <see cref="SeatBooking"/>.
    /// </summary>
    public static IServiceCollection AddBookingEvents(this IServiceCollection services) => services
        .AddProjection<CatalogueView>()
        .AddProjection(static _ => new UserBookings())
        .AddProjection(static _ => new UserWaits())
        .AddBookingInsight()
        .AddEventMapper<BookingEventMapper>()
        .AddBusConsumer<NotificationConsumer>()
        .AddConsumer<InventorySync>()
        .AddWorker<InventorySync>()
        .AddPayments();
}
