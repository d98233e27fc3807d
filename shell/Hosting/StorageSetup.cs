using Catalog.Engine.Storage.Disks;

namespace Catalog.Shell.Hosting;

/// <summary>What a storage is opened with.</summary>
/// <param name="Disk">The data folder.</param>
/// <param name="Folder">The lock on it, released by the engine when it is disposed.</param>
/// <param name="FailStop">Ends the process.</param>
/// <param name="Warn">Tells the operator.</param>
public sealed record StorageSetup(
    LocalDisk Disk, IDisposable Folder, Action<string, Exception?> FailStop, Action<string> Warn);
