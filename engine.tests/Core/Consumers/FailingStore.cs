using Catalog.Engine.Core.Consumers;

namespace Catalog.Engine.Tests.Core.Consumers;

/// <summary>A store whose writes fail while they are told to.</summary>
internal sealed class FailingStore(IConsumerStore inner) : IConsumerStore
{
    public bool FailsToSave { get; set; }

    public bool FailsToPark { get; set; }

    public ValueTask<ConsumerState?> LoadAsync(string name, CancellationToken cancel) => inner.LoadAsync(name, cancel);

    public ValueTask SaveOffsetAsync(string name, long offset, CancellationToken cancel) =>
        FailsToSave ? throw new IOException("There is no room.") : inner.SaveOffsetAsync(name, offset, cancel);

    public ValueTask ParkAsync(string name, ParkedEvent parked, long offset, CancellationToken cancel) =>
        FailsToPark ? throw new IOException("There is no room.") : inner.ParkAsync(name, parked, offset, cancel);

    public ValueTask UpdateParkedAsync(string name, ParkedEvent parked, CancellationToken cancel) =>
        inner.UpdateParkedAsync(name, parked, cancel);

    public ValueTask UnparkAsync(string name, long position, CancellationToken cancel) =>
        inner.UnparkAsync(name, position, cancel);
}
