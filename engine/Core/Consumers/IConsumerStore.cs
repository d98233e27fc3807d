namespace Catalog.Engine.Core.Consumers;

/// <summary>
/// Where offsets and parked facts are kept, by consumer name. Every call is durable when it completes, and whole: after
/// a crash it has happened or it has not. Calls for one consumer come one at a time; for several, at once.
/// </summary>
/// <remarks>A failure is an exception; the caller tries again, so every call may be repeated.</remarks>
public interface IConsumerStore
{
    /// <summary>What is kept, or null when the consumer is new.</summary>
    /// <exception cref="InvalidDataException">It is there and damaged; the message says where.</exception>
    ValueTask<ConsumerState?> LoadAsync(string name, CancellationToken cancel);

    /// <summary>Keeps an offset.</summary>
    ValueTask SaveOffsetAsync(string name, long offset, CancellationToken cancel);

    /// <summary>
    /// Keeps a parked fact, replacing one with the same position, together with the offset behind it.
    /// </summary>
    ValueTask ParkAsync(string name, ParkedEvent parked, long offset, CancellationToken cancel);

    /// <summary>Keeps a parked fact again after another failed attempt. Nothing happens when it is not there.</summary>
    ValueTask UpdateParkedAsync(string name, ParkedEvent parked, CancellationToken cancel);

    /// <summary>Forgets a parked fact. Nothing happens when it is not there.</summary>
    ValueTask UnparkAsync(string name, long position, CancellationToken cancel);
}
