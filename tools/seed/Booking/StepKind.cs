namespace Catalog.Seed.Booking;

/// <summary>What somebody does.</summary>
internal enum StepKind : byte
{
    /// <summary>Holds seats and pays.</summary>
    Book,

    /// <summary>As before, and the first card is declined.</summary>
    BookAtSecondTry,

    /// <summary>Holds seats and gives them back.</summary>
    Release,

    /// <summary>Holds seats and comes back to pay when the hold has run out.</summary>
    Lapse,

    /// <summary>Cancels a booking.</summary>
    Cancel,
}
