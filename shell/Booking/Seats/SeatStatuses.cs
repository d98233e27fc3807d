using Catalog.Engine.Booking;

namespace Catalog.Shell.Booking.Seats;

/// <summary>The names clients know a seat's status under.</summary>
internal static class SeatStatuses
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 7;

    /// <summary>A status' name.</summary>
    public static string NameOf(SeatStatus status) => status switch
    {
        SeatStatus.Free => "free",
        SeatStatus.Held => "held",
        SeatStatus.Sold => "sold",
        _ => "blocked",
    };

    /// <summary>A status' name in UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8NameOf(byte status) => (SeatStatus)status switch
    {
        SeatStatus.Free => "free"u8,
        SeatStatus.Held => "held"u8,
        SeatStatus.Sold => "sold"u8,
        _ => "blocked"u8,
    };

    /// <summary>A status as one letter: <c>f</c>, <c>h</c>, <c>s</c> or <c>b</c>.</summary>
    public static char LetterOf(byte status) => "fhsb"[status];
}
