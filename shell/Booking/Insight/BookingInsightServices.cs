using Catalog.Engine.Analytics;
using Catalog.Engine.Booking;
using Catalog.Engine.Core.Projections;
using Catalog.Shell.Auth;
using Catalog.Shell.Events;
using Catalog.Shell.Insight;

namespace Catalog.Shell.Booking.Insight;

/// <summary>Registers what is asked about booking.</summary>
public static class BookingInsightServices
{
    private const string System = "booking";

    private static readonly ActivitySpec Customers = new(System, "customers", "Customers", MeasureUnit.Cents);

    /// <summary>Registers the model and its rollups. Needs the catalogue's model.</summary>
    public static IServiceCollection AddBookingInsight(this IServiceCollection services) => services
        .AddProjection(static s => new BookingInsight(() => CatalogueOf(s)))
        .AddInsight<BookingInsight, BookingLabels>(System, static model => model.Rollups)
        .AddActivity<BookingInsight>(Customers, static model => model.Customers, NameOfAsync);

    private static async ValueTask<string?> NameOfAsync(IServiceProvider services, ulong userId) =>
        (await services.GetRequiredService<Accounts>().NameOfAsync(userId))?.Name;

    /// <summary>Asked while models are loaded, when nobody writes to them.</summary>
    private static CatalogueView CatalogueOf(IServiceProvider services) =>
        services.GetRequiredService<ProjectionView<CatalogueView>>().Read(static model => model);
}
