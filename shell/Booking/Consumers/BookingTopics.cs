using Catalog.Shell.Events;

namespace Catalog.Shell.Booking.Consumers;

/// <summary>The topics booking writes to, and its events by name.</summary>
public static class BookingTopics
{
    /// <summary>Everything that happens to bookings and seats.</summary>
    public const string Bookings = "booking-events";

    /// <summary>What somebody is to be told.</summary>
    public const string Notifications = "notification-events";

    /// <summary>What reports are made of.</summary>
    public const string Analytics = "analytics-events";

    public static readonly EventName Reserved = new(Bookings, "booking.reserved");
    public static readonly EventName Extended = new(Bookings, "booking.extended");
    public static readonly EventName Released = new(Bookings, "booking.released");
    public static readonly EventName Expired = new(Bookings, "booking.expired");
    public static readonly EventName Confirmed = new(Bookings, "booking.confirmed");
    public static readonly EventName Cancelled = new(Bookings, "booking.cancelled");
    public static readonly EventName PaymentDeclined = new(Bookings, "booking.payment_declined");
    public static readonly EventName Refunded = new(Bookings, "booking.refunded");
    public static readonly EventName SeatsBlocked = new(Bookings, "seats.blocked");
    public static readonly EventName SeatsUnblocked = new(Bookings, "seats.unblocked");
    public static readonly EventName WaitlistJoined = new(Bookings, "waitlist.joined");
    public static readonly EventName WaitlistLeft = new(Bookings, "waitlist.left");
    public static readonly EventName WaitlistOffered = new(Bookings, "waitlist.offered");

    public static readonly EventName TellConfirmed = new(Notifications, "email.booking-confirmed");
    public static readonly EventName TellCancelled = new(Notifications, "email.booking-cancelled");
    public static readonly EventName TellRefunded = new(Notifications, "email.payment-refunded");
    public static readonly EventName TellOffered = new(Notifications, "email.seats-offered");

    public static readonly EventName CountReservation = new(Analytics, "analytics.reservation");
    public static readonly EventName CountBooking = new(Analytics, "analytics.booking");
    public static readonly EventName CountCancellation = new(Analytics, "analytics.cancellation");
}
