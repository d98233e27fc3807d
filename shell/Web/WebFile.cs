using Microsoft.Extensions.Primitives;

namespace Catalog.Shell.Web;

/// <summary>One file of the web app, whole in memory, with its answers' headers made once.</summary>
internal sealed class WebFile
{
    private static readonly StringValues Forever = "public, max-age=31536000, immutable";
    private static readonly StringValues AskAgain = "no-cache";

    public required ReadOnlyMemory<byte> Plain { get; init; }

    /// <summary>The same, compressed when the app was built; empty when that is not worth it.</summary>
    public ReadOnlyMemory<byte> Brotli { get; init; }

    /// <inheritdoc cref="Brotli"/>
    public ReadOnlyMemory<byte> Gzip { get; init; }

    public required StringValues ContentType { get; init; }

    /// <summary>Quoted, of the plain bytes.</summary>
    public required string Tag { get; init; }

    /// <summary>Whether its name changes with its content.</summary>
    public required bool IsHashed { get; init; }

    /// <summary>Whether it is a page, which gets the headers that say what it may do.</summary>
    public required bool IsPage { get; init; }

    public StringValues CacheControl => IsHashed ? Forever : AskAgain;
}
