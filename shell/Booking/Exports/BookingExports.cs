using Catalog.Shell.Exports;

namespace Catalog.Shell.Booking.Exports;

/// <summary>Registers what of booking can be exported.</summary>
public static class BookingExports
{
    /// <summary>Adds bookings, showtimes and sales.</summary>
    public static IServiceCollection AddBookingExports(this IServiceCollection services) => services
        .AddExportSource<BookingListExport>()
        .AddExportSource<ShowtimeListExport>()
        .AddExportSource<SalesExport>();
}
