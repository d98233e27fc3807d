using System.Collections.Concurrent;

namespace Catalog.WsGateway.Handlers;

/// <summary>Handlers by event name, found by the name's bytes without making a string. Thread-safe.</summary>
internal sealed class EventHandlers
{
    internal const int MaxNameLength = 100;

    private readonly ConcurrentDictionary<string, MessageHandler> _handlers = new();

    /// <summary>What is done with events nobody has a handler for.</summary>
    internal MessageHandler? Other { get; set; }

    internal void Add(string name, MessageHandler handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaxNameLength, nameof(name));
        if (_handlers.TryAdd(name, handler)) return;
        throw new ArgumentException($"There is a handler for {name}.", nameof(name));
    }

    /// <summary>Puts a handler before one that is there.</summary>
    internal void Wrap(string name, Func<MessageHandler, MessageHandler> wrap) =>
        _handlers[name] = wrap(_handlers[name]);

    internal MessageHandler? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxNameLength) return null;
        Span<char> text = stackalloc char[MaxNameLength];
        int length = System.Text.Encoding.UTF8.GetChars(name, text);
        return _handlers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out MessageHandler? found)
            ? found
            : null;
    }
}
