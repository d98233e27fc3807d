namespace Catalog.Engine.Booking;

/// <summary>What became of a request to a showtime. The numbers are wire ids.</summary>
public enum BookingCode : byte
{
    /// <summary>Done as asked.</summary>
    Ok = 0,

    /// <summary>The showtime is not on sale here: it was never opened.</summary>
    NotOpen = 1,

    /// <summary>The showtime was cancelled.</summary>
    ShowCancelled = 2,

    /// <summary>The show has begun; nothing is sold or given back any more.</summary>
    ShowStarted = 3,

    /// <summary>Sale has not begun.</summary>
    NotOnSale = 4,

    /// <summary>The waiting room has not let this visitor in.</summary>
    NotAdmitted = 5,

    /// <summary>A seat is for visitors who need an accessible place.</summary>
    AccessibleOnly = 6,

    /// <summary>A seat is held or sold.</summary>
    SeatTaken = 7,

    /// <summary>A seat is kept by the box office.</summary>
    SeatBlocked = 8,

    /// <summary>There is no such seat.</summary>
    NoSuchSeat = 9,

    /// <summary>A seat was named twice.</summary>
    DuplicateSeat = 10,

    /// <summary>Nothing was asked for.</summary>
    Empty = 11,

    /// <summary>More was asked for than one booking may have.</summary>
    TooMany = 12,

    /// <summary>The general-admission area has not enough places left.</summary>
    AreaFull = 13,

    /// <summary>There is no such general-admission area.</summary>
    NoSuchArea = 14,

    /// <summary>A bound of the showtime is reached (holds, waiting list, waiting room).</summary>
    Full = 15,

    /// <summary>There is no such booking, or it is somebody else's.</summary>
    UnknownBooking = 16,

    /// <summary>The hold has lapsed and its seats are gone, or its seats are not known any more.</summary>
    HoldLapsed = 17,

    /// <summary>The hold was extended since: this fencing token is dead.</summary>
    HoldSuperseded = 18,

    /// <summary>The booking is paid.</summary>
    AlreadyConfirmed = 19,

    /// <summary>The booking was cancelled.</summary>
    AlreadyCancelled = 20,

    /// <summary>A payment for this booking is under way.</summary>
    PaymentRunning = 21,

    /// <summary>The payment was declined; the hold stands until it lapses.</summary>
    PaymentDeclined = 22,

    /// <summary>The payment came too late and the seats were gone: it was given back.</summary>
    PaymentRefunded = 23,

    /// <summary>There is no such payment under way.</summary>
    UnknownPayment = 24,

    /// <summary>The hold was extended as often as is allowed.</summary>
    NoMoreExtensions = 25,

    /// <summary>No seats fit the wish.</summary>
    NothingFits = 26,

    /// <summary>Seats that fit are free: there is nothing to wait for.</summary>
    SeatsAreFree = 27,

    /// <summary>Already on the waiting list of this showtime.</summary>
    AlreadyWaiting = 28,

    /// <summary>Not on the waiting list.</summary>
    NotWaiting = 29,

    /// <summary>The showtime has no waiting room, or this visitor is not in it.</summary>
    NotInWaitingRoom = 30,

    /// <summary>The seat is not blocked, or not sold: there is nothing to undo.</summary>
    NothingToUndo = 31,

    /// <summary>An open showtime keeps its plan.</summary>
    PlanIsFixed = 32,
}
