using Catalog.Engine.Booking;
using Catalog.Shell.Events;
using Catalog.Shell.Options;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Catalog.Shell.Booking.Payments;

/// <summary>Registers payments.</summary>
public static class PaymentServices
{
    /// <summary>
    /// Registers the payment flow, what ends interrupted payments, refunds, and, unless another one was registered, the
    /// simulated provider. Needs <see cref="SeatBooking"/> and the model <see cref="UserBookings"/>.
    /// </summary>
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddSingleton(static s => new PaymentLedger(
            Path.Combine(s.GetRequiredService<CatalogOptions>().DataPath, "payments", "ledger")));
        services.TryAddSingleton<IPaymentProvider, SimulatedPaymentProvider>();
        return services
            .AddSingleton<PaymentFlow>()
            .AddConsumer<RefundConsumer>()
            .AddWorker<PaymentCompleter>();
    }
}
