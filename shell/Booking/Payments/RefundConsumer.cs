using Catalog.Engine.Booking;
using Catalog.Engine.Core.Consumers;
using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Projections;

namespace Catalog.Shell.Booking.Payments;

/// <summary>
/// Gives money back: for payments that came too late and for bookings that were cancelled. A refund is idempotent by
/// the
/// payment's id, so being told twice pays once.
/// </summary>
public sealed class RefundConsumer(IPaymentProvider provider, ProjectionView<UserBookings> bookings) : IEventConsumer
{
    /// <summary>The name its offset is kept under.</summary>
    public const string ConsumerName = "booking-refunds";

    /// <inheritdoc/>
    public string Name => ConsumerName;

    /// <inheritdoc/>
    public bool Wants(in EventHeader header) =>
        header.Partition.System == ShowtimeMachine.Id
        && (header.Type == PaymentRefunded.TypeId || header.Type == BookingCancelled.TypeId);

    /// <inheritdoc/>
    public async ValueTask HandleAsync(EventEnvelope envelope, CancellationToken cancel)
    {
        ulong paymentId = envelope.Header.Type == PaymentRefunded.TypeId
            ? envelope.Read<PaymentRefunded>().PaymentId
            : await PaymentOfAsync(envelope.Header, envelope.Read<BookingCancelled>().BookingId, cancel);

        // Bookings taken over from elsewhere were not paid here.
        if (paymentId != 0) await provider.RefundAsync(paymentId, cancel);
    }

    private async ValueTask<ulong> PaymentOfAsync(EventHeader header, ulong bookingId, CancellationToken cancel)
    {
        await bookings.WaitForAsync(header.Position + 1, cancel);
        return bookings.Read((header.Partition.Key, bookingId), static (all, key) =>
            all.TryFind(key.Key, key.bookingId, out UserBooking found) ? found.PaymentId : 0);
    }
}
