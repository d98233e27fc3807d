namespace Catalog.Engine.Storage.Blobs;

/// <summary>A blob as a listing has it.</summary>
/// <param name="Name">Its whole name, folder included.</param>
/// <param name="SizeBytes">Bytes of its content.</param>
public readonly record struct BlobEntry(string Name, long SizeBytes);
