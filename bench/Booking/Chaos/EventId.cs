using Catalog.Shell.Events;

namespace Catalog.Bench.Booking.Chaos;

/// <summary>What tells an event of a topic from all others of it.</summary>
internal readonly record struct EventId(string Topic, long Position, int Ordinal)
{
    /// <summary>An event's.</summary>
    public static EventId Of(in BusEvent message) => new(message.Name.Topic, message.Position, message.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"event {Position}.{Ordinal} of {Topic}";
}
