using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Core.Consumers;

/// <summary>A committed fact on its way to a consumer.</summary>
/// <param name="Header">What is known of it before it is decoded; its position is its id.</param>
/// <param name="Payload">Its encoded payload, valid until the call it came with completes.</param>
public readonly record struct EventEnvelope(EventHeader Header, ReadOnlyMemory<byte> Payload)
{
    /// <summary>
    /// Decodes the fact. O(its size). The caller has looked at the system: type ids are unique within one.
    /// </summary>
    /// <typeparam name="TEvent">The fact's type.</typeparam>
    /// <exception cref="InvalidOperationException">The header says it is another type.</exception>
    /// <exception cref="MessagePackFormatException">The bytes are not such a fact.</exception>
    public TEvent Read<TEvent>()
        where TEvent : struct, IEvent<TEvent>
    {
        if (Header.Type != TEvent.TypeId)
            throw new InvalidOperationException($"The fact has type {Header.Type}, not {TEvent.TypeId}.");
        var reader = new MessagePackReader(Payload.Span);
        return TEvent.Read(ref reader, Header.Version);
    }
}
