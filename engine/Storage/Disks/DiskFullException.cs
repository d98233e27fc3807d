namespace Catalog.Engine.Storage.Disks;

/// <summary>There is no room left on the disk.</summary>
/// <param name="message">Names the file.</param>
/// <param name="inner">What the system said.</param>
public sealed class DiskFullException(string message, Exception? inner = null) : IOException(message, inner);
