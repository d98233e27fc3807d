namespace Catalog.Engine.Tests.Simulation;

/// <summary>What a client may ask for.</summary>
internal enum ClientWish
{
    Reserve,
    ReserveBest,
    Release,
    Extend,
    StartPayment,
    PayLapsed,
    FinishPayment,
    Cancel,
    Block,
    Unblock,
    JoinWaiting,
    LeaveWaiting,
    EnterRoom,
    LeaveRoom,
    Revise,
    CallOff,
    Find,
    ReadSeats,
    FindOther,
    RepeatKey,
    ReuseKey,
    BlockPlaces,
    UnblockPlaces,
}
