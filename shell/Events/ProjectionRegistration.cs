namespace Catalog.Shell.Events;

/// <summary>A model that must be with the pump before it starts.</summary>
/// <param name="Add">Adds it, by resolving its view.</param>
internal sealed record ProjectionRegistration(Action<IServiceProvider> Add);
