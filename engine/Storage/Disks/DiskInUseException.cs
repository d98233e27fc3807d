namespace Catalog.Engine.Storage.Disks;

/// <summary>Another process works on this data folder.</summary>
/// <param name="message">Names the folder and, where known, the other process.</param>
public sealed class DiskInUseException(string message) : IOException(message);
