using System.Collections.Concurrent;
using System.Text.Json;

namespace Catalog.WsGateway.Protocols;

/// <summary>
/// Event names as they stand between quotes, encoded once each; a program has few. Beyond 4,096 a name is encoded each
/// time. Thread-safe.
/// </summary>
internal sealed class EventNames
{
    private const int MaxKept = 4096;

    private readonly ConcurrentDictionary<string, byte[]> _encoded = new();
    private int _count;

    internal byte[] Get(string name)
    {
        if (_encoded.TryGetValue(name, out byte[]? bytes)) return bytes;
        bytes = JsonEncodedText.Encode(name).EncodedUtf8Bytes.ToArray();
        if (Volatile.Read(ref _count) < MaxKept && _encoded.TryAdd(name, bytes)) Interlocked.Increment(ref _count);
        return bytes;
    }
}
