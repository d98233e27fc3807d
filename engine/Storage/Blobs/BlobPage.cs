namespace Catalog.Engine.Storage.Blobs;

/// <summary>A page of a listing.</summary>
/// <param name="Entries">In ordinal order of their names.</param>
/// <param name="HasMore">
/// Whether another page follows, behind the last name of this one. It may turn out to be empty.
/// </param>
public sealed record BlobPage(IReadOnlyList<BlobEntry> Entries, bool HasMore);
