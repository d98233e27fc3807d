namespace Catalog.Shell.Hosting;

/// <summary>
/// What servers that are one have to agree on: who decides which shard, who does what only one may do. A server that is
/// alone (<see cref="AloneCluster"/>) does everything. Thread-safe.
/// </summary>
public interface ICluster
{
    /// <summary>This server's number among those that run, for ids that are unique.</summary>
    int NodeNumber { get; }

    /// <summary>Raised when <see cref="HasDuty"/> may answer otherwise than before. Must be quick.</summary>
    event Action? DutiesChanged;

    /// <summary>Makes the engine part of it. Before the engine starts, once its machines are there.</summary>
    /// <exception cref="IOException">The other servers could not reach this one.</exception>
    void Attach();

    /// <summary>
    /// Takes this server's share. Once the engine runs; completes when somebody decides every shard's commands.
    /// </summary>
    /// <exception cref="IOException">That takes too long.</exception>
    Task JoinAsync(CancellationToken cancel);

    /// <summary>Hands over what this server has, before it ends.</summary>
    Task LeaveAsync();

    /// <summary>Waits until no other server is in the same section, and is in it until disposed.</summary>
    /// <param name="section">What is done in it: a name that is the same everywhere.</param>
    /// <param name="cancel">Gives up waiting.</param>
    Task<IAsyncDisposable> EnterAsync(string section, CancellationToken cancel);

    /// <summary>
    /// Whether something that one server does for all is this one's to do. Now and then two believe so for a moment,
    /// when one has gone silent: what is done has to bear that.
    /// </summary>
    /// <param name="duty">Its name.</param>
    bool HasDuty(string duty);

    /// <summary>Whether the server with a number runs, as far as this one knows.</summary>
    bool IsRunning(int nodeNumber);

    /// <summary>The server a duty belongs to; null when it is not known, or this one.</summary>
    ServerPlace? HolderOf(string duty);
}
