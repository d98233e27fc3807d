namespace Catalog.Bench.Booking;

/// <summary>What the server answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body.</param>
internal readonly record struct BookingReply(int Status, string Body)
{
    /// <summary>Whether it is a problem with this code.</summary>
    public bool IsProblem(string code) => Body.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal);

    /// <summary>
    /// Whether the same request has to be sent again to learn how it ended: the server is busy, or the first one is
    /// still being carried out.
    /// </summary>
    public bool IsOpen => Status is 202 or 503 || (Status == 409 && IsProblem("idempotency_key_running"));
}
