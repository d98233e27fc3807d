namespace Catalog.Engine.Tests.Simulation;

/// <summary>The engine broke a promise.</summary>
internal sealed class SimulationFailure(string message, Exception? cause = null) : Exception(message, cause)
{
    internal static void Require(bool holds, string promise)
    {
        if (!holds) throw new SimulationFailure(promise);
    }
}
