namespace Catalog.Engine.Tests.Simulation;

/// <summary>The journal stopped the process, because a write or sync failed.</summary>
internal sealed class ProcessDeath(string message) : Exception(message);
