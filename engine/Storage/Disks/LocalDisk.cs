using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Catalog.Engine.Storage.Disks;

/// <summary>
/// A folder of the local file system as an <see cref="IDisk"/>. Files sync with <c>fdatasync</c> on Linux and the base
/// library's flush elsewhere; folders sync with <c>fsync</c> on Linux. Thread-safe.
/// </summary>
/// <remarks>
/// What a sync promises is what the drive keeps of its promise: a drive that acknowledges a flush from a volatile cache
/// without power-loss protection loses it all the same.
/// </remarks>
public sealed class LocalDisk : IDisk
{
    private const string LockName = "lock";
    private const int MaxPidChars = 20;

    private readonly string _root;

    /// <summary>Stands on <paramref name="root"/>, creating the folder when it is not there.</summary>
    /// <exception cref="IOException">The folder cannot be created.</exception>
    public LocalDisk(string root)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));
        CreateFolder(_root);
    }

    /// <summary>The folder's full path.</summary>
    public string Root => _root;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The path leads out of the root.</exception>
    public IDiskFile Open(string path)
    {
        string full = Resolve(path);
        CreateFolder(Path.GetDirectoryName(full)!);
        try
        {
            SafeFileHandle handle = File.OpenHandle(
                full, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            return new LocalDiskFile(handle, full);
        }
        catch (IOException e) when (LocalDiskFile.IsDiskFull(e.HResult))
        {
            throw new DiskFullException($"No room left to create {full}.", e);
        }
    }

    /// <inheritdoc/>
    public bool Exists(string path) => File.Exists(Resolve(path));

    /// <inheritdoc/>
    public void Delete(string path)
    {
        string full = Resolve(path);
        if (File.Exists(full)) File.Delete(full);
    }

    /// <inheritdoc/>
    public void Rename(string from, string to)
    {
        string target = Resolve(to);
        CreateFolder(Path.GetDirectoryName(target)!);
        File.Move(Resolve(from), target, overwrite: true);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string folder)
    {
        string full = ResolveFolder(folder);
        if (!Directory.Exists(full)) return [];
        string[] names = Directory.GetFiles(full);
        for (int i = 0; i < names.Length; i++) names[i] = Path.GetFileName(names[i]);
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    /// <inheritdoc/>
    public void SyncFolder(string folder) => NativeFile.SyncFolder(ResolveFolder(folder));

    /// <inheritdoc/>
    /// <remarks>
    /// The lock is the system's and dies with the process; the file <c>lock</c> holds the owner's process id.
    /// </remarks>
    public IDisposable Lock()
    {
        string path = Path.Combine(_root, LockName);
        Span<byte> text = stackalloc byte[MaxPidChars];
        if (!NativeFile.TryLock(path, out SafeFileHandle file))
        {
            int read = file.IsInvalid ? 0 : RandomAccess.Read(file, text, 0);
            string owner = read == 0 ? "another process" : $"process {Encoding.ASCII.GetString(text[..read])}";
            file.Dispose();
            throw new DiskInUseException($"The data folder {_root} is in use by {owner}.");
        }

        Environment.ProcessId.TryFormat(text, out int written, default, CultureInfo.InvariantCulture);
        RandomAccess.SetLength(file, 0);
        RandomAccess.Write(file, text[..written], 0);
        return file;
    }

    private static void CreateFolder(string full)
    {
        if (Directory.Exists(full)) return;
        string? parent = Path.GetDirectoryName(full);
        if (parent is not null) CreateFolder(parent);
        Directory.CreateDirectory(full);
        if (parent is not null) NativeFile.SyncFolder(parent);
    }

    private string Resolve(string path)
    {
        string full = Path.GetFullPath(path, _root);
        bool inside = full.Length > _root.Length + 1
            && full.StartsWith(_root, StringComparison.Ordinal)
            && full[_root.Length] == Path.DirectorySeparatorChar;
        return inside ? full : throw new ArgumentException($"The path {path} leads out of the disk.", nameof(path));
    }

    private string ResolveFolder(string folder) => folder.Length == 0 ? _root : Resolve(folder);
}
