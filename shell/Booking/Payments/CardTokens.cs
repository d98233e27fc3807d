namespace Catalog.Shell.Booking.Payments;

/// <summary>The cards the simulated provider knows.</summary>
public static class CardTokens
{
    /// <summary>Pays.</summary>
    public const string Ok = "tok_ok";

    /// <summary>Is refused by the bank.</summary>
    public const string Declined = "tok_declined";

    /// <summary>Has no money.</summary>
    public const string InsufficientFunds = "tok_insufficient_funds";

    /// <summary>Pays after two seconds.</summary>
    public const string Slow = "tok_slow";

    /// <summary>Pays, but the answer never arrives.</summary>
    public const string Timeout = "tok_timeout";

    /// <summary>Every card.</summary>
    public static IReadOnlyList<string> All { get; } = [Ok, Declined, InsufficientFunds, Slow, Timeout];
}
