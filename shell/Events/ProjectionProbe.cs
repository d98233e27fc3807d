namespace Catalog.Shell.Events;

/// <summary>A model as the host sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Applied">How far it is.</param>
/// <param name="WaitForAsync">Waits until it is so far.</param>
internal sealed record ProjectionProbe(
    string Name, Func<long> Applied, Func<long, CancellationToken, Task> WaitForAsync);
