namespace Catalog.Shell.Events;

/// <summary>
/// Something that runs beside the requests: started after the models caught up, stopped before the consumers.
/// </summary>
public interface IWorker
{
    /// <summary>Begins. Returns once it runs.</summary>
    Task StartAsync(CancellationToken cancel);

    /// <summary>Ends; nothing is sent to the engine after that.</summary>
    Task StopAsync();
}
