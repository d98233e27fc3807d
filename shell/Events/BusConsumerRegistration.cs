namespace Catalog.Shell.Events;

/// <summary>A consumer of topics, wherever they are read from.</summary>
/// <param name="Create">Gets it.</param>
internal sealed record BusConsumerRegistration(Func<IServiceProvider, IBusConsumer> Create);
