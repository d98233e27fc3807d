using Catalog.Shell.Cluster.Nodes.Link;

namespace Catalog.Shell.Hosting;

/// <summary>A machine that must be with the engine before it starts.</summary>
/// <param name="Add">Adds it, by resolving its handle.</param>
/// <param name="Teach">Adds its commands to those that can travel between nodes.</param>
internal sealed record MachineRegistration(
    Action<IServiceProvider> Add, Action<IServiceProvider, RemoteCommands> Teach);
