using Microsoft.AspNetCore.Http.Metadata;

namespace Catalog.Shell.Http;

/// <summary>How large an endpoint's body may be, in bytes, where that is not the usual.</summary>
/// <param name="bytes">The most.</param>
internal sealed class BodyLimit(long bytes) : IRequestSizeLimitMetadata
{
    /// <inheritdoc/>
    public long? MaxRequestBodySize { get; } = bytes;
}
