namespace Catalog.Engine.Tests.Simulation;

/// <summary>What may happen next in a simulated world.</summary>
internal enum SimulatedStep
{
    Command,
    Turn,
    Journal,
    BeginCheckpoint,
    StepCheckpoint,
    Trim,
    Project,
    Consume,
    Tick,
    Lapse,
    LongPause,
    PowerCut,
    Kill,
    Restart,
    FailSoon,
    LosePowerSoon,
    FillDisk,
    FreeDisk,
}
