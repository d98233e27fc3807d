using System.Text.Json;

namespace Catalog.Shell.Http;

/// <summary>Makes a value of a body. A struct, so that the reader is compiled for it.</summary>
/// <typeparam name="T">The value.</typeparam>
public interface IBodyDecoder<T>
    where T : class
{
    /// <summary>Decodes a whole body; null when it is JSON's null.</summary>
    /// <exception cref="JsonException">It is not JSON, or not what it should be.</exception>
    T? Decode(ReadOnlySpan<byte> utf8);
}
