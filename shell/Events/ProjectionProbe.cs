using Catalog.Shell.Events.Contracts;

namespace Catalog.Shell.Events;

/// <summary>A model as the host sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Applied">How far it is.</param>
/// <param name="WaitForAsync">Waits until it is so far.</param>
internal sealed record ProjectionProbe(
    string Name, Func<long> Applied, Func<long, CancellationToken, Task> WaitForAsync)
{
    /// <summary>How far it is, and how far behind.</summary>
    internal ProjectionAnswer Describe(long committed)
    {
        long applied = Applied();
        return new ProjectionAnswer(Name, applied, Math.Max(0, committed - applied));
    }
}
