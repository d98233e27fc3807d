namespace Catalog.Shell.Events;

/// <summary>
/// Reads topics: every event of them, in order, at least once. What it does is idempotent by the event's position and
/// ordinal, because after a crash, or when a later event of the same fact failed, it is told again.
/// </summary>
public interface IBusConsumer
{
    /// <summary>
    /// The name its offset is kept under, never reused: lower-case letters, digits, '-', '_' and '.'.
    /// </summary>
    string Name { get; }

    /// <summary>The topics it reads.</summary>
    IReadOnlyList<string> Topics { get; }

    /// <summary>Does what follows from an event. An exception means: again, later.</summary>
    ValueTask HandleAsync(BusEvent message, CancellationToken cancel);

    /// <summary>Makes durable what was done so far; called before the offset is saved.</summary>
    ValueTask FlushAsync(CancellationToken cancel) => default;
}
