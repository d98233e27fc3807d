using Catalog.Engine.Core.Consumers;

namespace Catalog.Shell.Events;

/// <summary>A consumer the host runs.</summary>
/// <param name="Create">Makes it.</param>
/// <param name="Options">How it retries and saves.</param>
internal sealed record ConsumerRegistration(Func<IServiceProvider, IEventConsumer> Create, ConsumerOptions? Options);
