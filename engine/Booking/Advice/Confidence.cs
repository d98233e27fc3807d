namespace Catalog.Engine.Booking.Advice;

/// <summary>How much an answer is to be believed.</summary>
public enum Confidence : byte
{
    /// <summary>There is little to go by.</summary>
    Low,

    /// <summary>There is something to go by.</summary>
    Medium,

    /// <summary>There is much to go by, and it agrees.</summary>
    High,
}
