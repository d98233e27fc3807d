using Catalog.Engine.Booking;
using Catalog.Shell.Cluster.Moving;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Events;
using Catalog.Shell.Options;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Catalog.Shell.Booking.Payments;

/// <summary>Registers payments.</summary>
public static class PaymentServices
{
    /// <summary>
    /// Registers the payment flow, what ends interrupted payments, refunds, and, unless another one was registered, the
    /// simulated provider, whose memory all nodes share where there is PostgreSQL. Needs <see cref="SeatBooking"/> and
    /// the model <see cref="UserBookings"/>.
    /// </summary>
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddSingleton(static s => new PaymentLedger(
            PaymentLedger.PathIn(s.GetRequiredService<CatalogOptions>().DataPath)));
        services.AddSingleton(static IPaymentLedger (s) =>
        {
            PostgresDatabase database = s.GetRequiredService<PostgresDatabase>();
            return database.IsConfigured
                ? new PostgresPaymentLedger(database)
                : s.GetRequiredService<PaymentLedger>();
        });
        services.TryAddSingleton<IPaymentProvider, SimulatedPaymentProvider>();
        return services
            .AddSingleton<IFolderPart, PaymentLedgerMove>()
            .AddSingleton<PaymentFlow>()
            .AddConsumer<RefundConsumer>()
            .AddWorker<PaymentCompleter>();
    }
}
