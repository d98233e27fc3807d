namespace Catalog.Engine.Storage.Blobs;

/// <summary>What is known of a blob without reading its content.</summary>
/// <param name="Name">Its name.</param>
/// <param name="SizeBytes">Bytes of its content.</param>
/// <param name="Crc">CRC-32C of its content.</param>
public readonly record struct BlobInfo(string Name, long SizeBytes, uint Crc);
