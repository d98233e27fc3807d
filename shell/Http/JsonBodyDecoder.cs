using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Catalog.Shell.Http;

/// <summary>Decodes a body as its contract says.</summary>
/// <param name="type">The contract.</param>
internal readonly struct JsonBodyDecoder<T>(JsonTypeInfo<T> type) : IBodyDecoder<T>
    where T : class
{
    /// <inheritdoc/>
    public T? Decode(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize(utf8, type);
}
