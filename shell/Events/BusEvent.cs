namespace Catalog.Shell.Events;

/// <summary>
/// An event on its way to a consumer. One fact may become several: <see cref="Position"/> and <see cref="Ordinal"/>
/// together are its id, the same every time it is delivered.
/// </summary>
/// <param name="Name">Topic, name and version.</param>
/// <param name="Key">Events of one key are delivered in order.</param>
/// <param name="Position">The fact's journal position.</param>
/// <param name="TimeMs">When it happened, milliseconds since 1970.</param>
/// <param name="Data">A JSON object in UTF-8, valid until the call it came with completes.</param>
public readonly record struct BusEvent(
    EventName Name, string Key, long Position, long TimeMs, ReadOnlyMemory<byte> Data)
{
    /// <summary>Its number among the events of its fact, from 0.</summary>
    public int Ordinal { get; init; }
}
