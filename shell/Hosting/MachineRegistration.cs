namespace Catalog.Shell.Hosting;

/// <summary>A machine that must be with the engine before it starts.</summary>
/// <param name="Add">Adds it, by resolving its handle.</param>
internal sealed record MachineRegistration(Action<IServiceProvider> Add);
