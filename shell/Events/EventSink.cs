using System.Buffers;
using System.Text.Json;
using Catalog.Engine.Core.Machines;

namespace Catalog.Shell.Events;

/// <summary>Where a mapper writes the events of one fact. Reused for every fact; not thread-safe.</summary>
public sealed class EventSink : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly List<(EventName Name, string Key, int Start, int End)> _events = [];
    private readonly Utf8JsonWriter _writer;
    private EventHeader _fact;
    private bool _isOpen;

    /// <summary>Makes an empty one.</summary>
    public EventSink() => _writer = new Utf8JsonWriter(_buffer);

    /// <summary>Number of events written.</summary>
    public int Count => _events.Count;

    /// <summary>Begins an event and its JSON object; write its properties and call <see cref="End"/>.</summary>
    /// <exception cref="InvalidOperationException">The event before was not ended.</exception>
    public Utf8JsonWriter Begin(EventName name, string key)
    {
        if (_isOpen) throw new InvalidOperationException($"Event '{_events[^1].Name.Name}' was not ended.");
        _isOpen = true;
        _events.Add((name, key, _buffer.WrittenCount, 0));
        _writer.Reset();
        _writer.WriteStartObject();
        return _writer;
    }

    /// <summary>Ends the event that was begun.</summary>
    public void End()
    {
        _writer.WriteEndObject();
        _writer.Flush();
        (EventName name, string key, int start, _) = _events[^1];
        _events[^1] = (name, key, start, _buffer.WrittenCount);
        _isOpen = false;
    }

    /// <summary>The event at <paramref name="index"/>; its data is valid until <see cref="Clear"/>.</summary>
    public BusEvent this[int index]
    {
        get
        {
            (EventName name, string key, int start, int end) = _events[index];
            ReadOnlyMemory<byte> data = _buffer.WrittenMemory[start..end];
            return new BusEvent(name, key, _fact.Position, _fact.TimeMs, data) { Ordinal = index };
        }
    }

    /// <summary>Forgets what was written and turns to another fact.</summary>
    public void Clear(in EventHeader fact)
    {
        _fact = fact;
        _isOpen = false;
        _events.Clear();
        _buffer.ResetWrittenCount();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
