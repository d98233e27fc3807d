using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Booking.Payments;

/// <summary>What became of a wish to pay.</summary>
/// <param name="Status">
/// Whether the engine took it; anything but Done and Repeated means nothing is known to have happened.
/// </param>
/// <param name="Result">The booking's answer, when there is one.</param>
public readonly record struct ConfirmOutcome(ReplyStatus Status, PaymentResult Result)
{
    /// <summary>Why the provider did not approve; only known where the payment was made just now.</summary>
    public PaymentReason Reason { get; init; }

    /// <summary>
    /// The payment is with the provider, who does not answer: it will be finished once it does. Asking again with the
    /// same key tells.
    /// </summary>
    public bool IsPending { get; init; }

    /// <summary>Whether the seats are sold.</summary>
    public bool IsConfirmed =>
        !IsPending && Status is ReplyStatus.Done or ReplyStatus.Repeated && Result.Code == BookingCode.Ok;
}
