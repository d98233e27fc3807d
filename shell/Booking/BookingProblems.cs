using Catalog.Engine.Booking;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking;

/// <summary>The problems only seat booking answers with.</summary>
public static class BookingProblems
{
    public static readonly ProblemCode SeatTaken = new("seat_taken", 409, "A seat is taken.",
        "It is held or sold. 'seats' lists all that are in the way; nothing was held. Choose others.");

    public static readonly ProblemCode SeatBlocked = new("seat_blocked", 409, "A seat is not for sale.",
        "The box office keeps it. 'seats' lists all that are in the way; nothing was held. Choose others.");

    public static readonly ProblemCode AccessibleOnly = new("accessible_only", 409,
        "A seat is for visitors who need an accessible place.", "Say 'needsAccess' if you do, or choose another.");

    public static readonly ProblemCode AreaFull = new("area_full", 409, "The area has not enough places left.",
        "Ask for fewer, or join the waiting list.");

    public static readonly ProblemCode NothingFits = new("nothing_fits", 409, "No free seats fit the wish.",
        "Allow split seats, another zone or a higher price, or join the waiting list.");

    public static readonly ProblemCode NotAdmitted = new("not_admitted", 403, "The waiting room comes first.",
        "POST /booking/api/waiting-room/{showtimeId}/enter, then ask again once you are admitted.");

    public static readonly ProblemCode ShowCancelled = new("show_cancelled", 409, "The show was cancelled.",
        "Nothing is sold for it; what was paid is given back.");

    public static readonly ProblemCode ShowStarted = new("show_started", 409, "The show has begun.",
        "Nothing is sold or given back any more.");

    public static readonly ProblemCode NotOnSale = new("not_on_sale", 409, "Sale has not begun.",
        "The showtime's 'onSaleAt' says when it does.");

    public static readonly ProblemCode ShowtimeFull = new("showtime_full", 503, "Too many are at it at once.",
        "The showtime takes no more holds or waiting visitors just now. Try again as Retry-After says.")
    { RetryAfterSeconds = 5 };

    public static readonly ProblemCode HoldExpired = new("hold_expired", 409, "The hold has run out.",
        "Its seats went to somebody else, or it cannot be taken up again. Reserve anew.");

    public static readonly ProblemCode HoldReleased = new("hold_released", 409, "The hold was given back.",
        "Reserve anew.");

    public static readonly ProblemCode HoldSuperseded = new("hold_superseded", 409, "The hold was extended since.",
        "The fencing token is an older one. Use the one of the last extension.");

    public static readonly ProblemCode NoMoreExtensions = new("no_more_extensions", 409,
        "The hold cannot be extended again.", "Pay before it runs out.");

    public static readonly ProblemCode AlreadyConfirmed = new("already_confirmed", 409, "The booking is paid.",
        "There is nothing left to do; to give it up, cancel it.");

    public static readonly ProblemCode AlreadyCancelled = new("already_cancelled", 409, "The booking was cancelled.",
        "There is nothing left to do.");

    public static readonly ProblemCode NotConfirmed = new("not_confirmed", 409, "The booking is not paid.",
        "A hold is given back with DELETE; only a paid booking is cancelled.");

    public static readonly ProblemCode PaymentRunning = new("payment_running", 409, "A payment is under way.",
        "Wait for it to end. Repeat the confirmation with its own Idempotency-Key to learn how it did.")
    { RetryAfterSeconds = 1 };

    public static readonly ProblemCode PaymentDeclined = new("payment_declined", 402, "The payment was declined.",
        "The seats stay held until the hold runs out. Try another card with a new Idempotency-Key.");

    public static readonly ProblemCode PaymentRefunded = new("payment_refunded", 409, "The payment came too late.",
        "The seats were gone, the money goes back. Reserve anew.");

    public static readonly ProblemCode SeatsAreFree = new("seats_are_free", 409, "There is nothing to wait for.",
        "Seats that fit are free. Reserve them.");

    public static readonly ProblemCode AlreadyWaiting = new("already_waiting", 409, "You are on the waiting list.",
        "Leave it first to wait for something else.");

    public static readonly ProblemCode NothingToUndo = new("nothing_to_undo", 409, "A seat is not blocked.",
        "'errors' names it; nothing was changed.");

    public static readonly ProblemCode CatalogueConflict = new("catalogue_conflict", 409,
        "The change does not fit what is there.", "The detail says what it collides with.");

    public static readonly ProblemCode CatalogueFull = new("catalogue_full", 507, "The catalogue is full.",
        "Remove what is no longer needed.");

    public static readonly ProblemCode TooManyWatchers = new("too_many_watchers", 503, "Too many are watching.",
        "Read the seats now and then instead, or try again as Retry-After says.")
    { RetryAfterSeconds = 10 };

    /// <summary>Every problem of seat booking.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
    [
        SeatTaken, SeatBlocked, AccessibleOnly, AreaFull, NothingFits, NotAdmitted, ShowCancelled, ShowStarted,
        NotOnSale, ShowtimeFull, HoldExpired, HoldReleased, HoldSuperseded, NoMoreExtensions, AlreadyConfirmed,
        AlreadyCancelled, NotConfirmed, PaymentRunning, PaymentDeclined, PaymentRefunded, SeatsAreFree, AlreadyWaiting,
        NothingToUndo, CatalogueConflict, CatalogueFull, TooManyWatchers,
    ];

    /// <summary>The problem behind a showtime's refusal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none.</exception>
    public static ProblemCode Of(BookingCode code) => code switch
    {
        BookingCode.SeatTaken => SeatTaken,
        BookingCode.SeatBlocked => SeatBlocked,
        BookingCode.AccessibleOnly => AccessibleOnly,
        BookingCode.AreaFull => AreaFull,
        BookingCode.NothingFits => NothingFits,
        BookingCode.NotAdmitted => NotAdmitted,
        BookingCode.ShowCancelled => ShowCancelled,
        BookingCode.ShowStarted => ShowStarted,
        BookingCode.NotOnSale => NotOnSale,
        BookingCode.Full => ShowtimeFull,
        BookingCode.HoldLapsed => HoldExpired,
        BookingCode.HoldSuperseded => HoldSuperseded,
        BookingCode.NoMoreExtensions => NoMoreExtensions,
        BookingCode.AlreadyConfirmed => AlreadyConfirmed,
        BookingCode.AlreadyCancelled => AlreadyCancelled,
        BookingCode.PaymentRunning => PaymentRunning,
        BookingCode.PaymentDeclined => PaymentDeclined,
        BookingCode.PaymentRefunded => PaymentRefunded,
        BookingCode.SeatsAreFree => SeatsAreFree,
        BookingCode.AlreadyWaiting => AlreadyWaiting,
        BookingCode.NothingToUndo => NothingToUndo,
        BookingCode.NoSuchSeat or BookingCode.DuplicateSeat or BookingCode.Empty or BookingCode.TooMany
            or BookingCode.NoSuchArea => ProblemCodes.InvalidBody,
        BookingCode.NotOpen or BookingCode.UnknownBooking or BookingCode.UnknownPayment or BookingCode.NotWaiting
            or BookingCode.NotInWaitingRoom => ProblemCodes.NotFound,
        BookingCode.PlanIsFixed => CatalogueConflict,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Not a refusal."),
    };
}
