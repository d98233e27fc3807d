namespace Catalog.Engine.Booking;

/// <summary>What became of joining a <see cref="WaitingList"/>.</summary>
public enum WaitingResult : byte
{
    /// <summary>They wait.</summary>
    Ok = 0,

    /// <summary>They wait already.</summary>
    AlreadyWaiting = 1,

    /// <summary>The list is full.</summary>
    Full = 2,

    /// <summary>They ask for no seat or for more than <see cref="SeatList.MaxCount"/>.</summary>
    WrongCount = 3,
}
