namespace Catalog.Engine.Tests.Simulation;

/// <summary>The showtime machine as it is.</summary>
internal sealed class FaithfulMachine(TurnTrace trace) : WatchedMachine(trace);
