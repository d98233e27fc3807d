namespace Catalog.Engine.Storage.Blobs;

/// <summary>There is no blob of that name.</summary>
/// <param name="name">The name.</param>
/// <param name="inner">What the store said.</param>
public sealed class BlobMissingException(string name, Exception? inner = null)
    : IOException($"There is no blob '{name}'.", inner)
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
