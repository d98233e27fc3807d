namespace Catalog.Engine.Storage.Disks;

/// <summary>
/// The few things storage asks of a file system, so that a test can stand in for it with a disk that loses, tears and
/// flips. Paths are relative to the disk's root, with forward slashes. Thread-safe.
/// </summary>
public interface IDisk
{
    /// <summary>Opens a file for reading and writing, creating it (and its folder) when it is not there.</summary>
    /// <exception cref="IOException">It cannot be opened or created.</exception>
    IDiskFile Open(string path);

    /// <summary>Whether the file is there.</summary>
    bool Exists(string path);

    /// <summary>
    /// Removes the file; nothing happens when it is not there. Durable once <see cref="SyncFolder"/> returns.
    /// </summary>
    void Delete(string path);

    /// <summary>
    /// Renames within the disk, replacing what stands there, atomically. Durable once <see cref="SyncFolder"/>
    /// returns.
    /// </summary>
    void Rename(string from, string to);

    /// <summary>
    /// Names (without folder) of the files in a folder, in ordinal order; empty when the folder is not there.
    /// </summary>
    IReadOnlyList<string> List(string folder);

    /// <summary>Makes creations, renames and deletions in a folder durable.</summary>
    void SyncFolder(string folder);

    /// <summary>Takes the disk for this process alone until the returned handle is disposed.</summary>
    /// <exception cref="DiskInUseException">Another process has it.</exception>
    IDisposable Lock();
}
