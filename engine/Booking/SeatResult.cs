namespace Catalog.Engine.Booking;

/// <summary>What became of a request to a <see cref="SeatMap"/>. All but <see cref="Ok"/> changed nothing.</summary>
public enum SeatResult : byte
{
    /// <summary>Done, all of it.</summary>
    Ok = 0,

    /// <summary>A seat is held or sold; <see cref="SeatOutcome.Seat"/> says which.</summary>
    SeatTaken = 1,

    /// <summary>A seat is off sale; <see cref="SeatOutcome.Seat"/> says which.</summary>
    SeatBlocked = 2,

    /// <summary>The plan has no such seat; <see cref="SeatOutcome.Seat"/> says which.</summary>
    NoSuchSeat = 3,

    /// <summary>A seat is named twice; <see cref="SeatOutcome.Seat"/> says which.</summary>
    DuplicateSeat = 4,

    /// <summary>Neither a seat nor a place is asked for.</summary>
    Empty = 5,

    /// <summary>More than <see cref="SeatList.MaxCount"/> places are asked for.</summary>
    TooMany = 6,

    /// <summary>The general-admission area has too few free places.</summary>
    AreaFull = 7,

    /// <summary>The plan has no such general-admission area.</summary>
    NoSuchArea = 8,

    /// <summary>The map holds as many holds as it was built for.</summary>
    TableFull = 9,

    /// <summary>A seat is not sold, so it cannot be given back; <see cref="SeatOutcome.Seat"/> says which.</summary>
    SeatNotSold = 10,

    /// <summary>A seat is not blocked; <see cref="SeatOutcome.Seat"/> says which.</summary>
    SeatNotBlocked = 11,

    /// <summary>The area has fewer sold places than are to be given back.</summary>
    PlacesNotSold = 12,

    /// <summary>No hold has this token.</summary>
    UnknownHold = 13,

    /// <summary>The area has fewer blocked places than are to be put back on sale.</summary>
    PlacesNotBlocked = 14,
}
