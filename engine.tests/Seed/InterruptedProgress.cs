using Catalog.Seed.Shared;

namespace Catalog.Engine.Tests.Seed;

/// <summary>Interrupts the work when a step begins, as Ctrl-C does.</summary>
internal sealed class InterruptedProgress(string step) : ISeedProgress
{
    public void Begin(string name, long total)
    {
        if (name == step) throw new OperationCanceledException();
    }

    public void Report(long done)
    {
    }
}
