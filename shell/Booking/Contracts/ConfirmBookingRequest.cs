using System.Text.Json.Serialization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A wish to pay for a hold.</summary>
/// <param name="BookingId">The booking.</param>
/// <param name="Payment">What to pay with.</param>
/// <param name="Token">The fencing token the client knows, or none to take the hold as it is.</param>
public sealed record ConfirmBookingRequest(
    string BookingId,
    PaymentMethodRequest Payment,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] ulong? Token = null)
    : IExampled<ConfirmBookingRequest>
{
    /// <inheritdoc/>
    public static ConfirmBookingRequest Example => new("1-7", PaymentMethodRequest.Example);
}
