using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>What to pay with.</summary>
/// <param name="Token">What the payment provider gave the client for its card.</param>
/// <param name="Method">Always <c>card</c>.</param>
public sealed record PaymentMethodRequest(string Token, string Method = "card") : IExampled<PaymentMethodRequest>
{
    /// <inheritdoc/>
    public static PaymentMethodRequest Example => new("tok_ok");
}
