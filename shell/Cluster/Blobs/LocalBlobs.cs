using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Disks;
using Catalog.Shell.Options;

namespace Catalog.Shell.Cluster.Blobs;

/// <summary>Blobs as files of the data folder.</summary>
internal static class LocalBlobs
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Where they lie.</summary>
    internal static string FolderOf(CatalogOptions catalog) => Path.Combine(catalog.DataPath, "blobs");

    /// <summary>Opens the store. Exports have personal data: on systems with modes, nobody else may look.</summary>
    internal static DiskBlobStore Open(CatalogOptions catalog)
    {
        if (!OperatingSystem.IsWindows()) Directory.CreateDirectory(catalog.DataPath, OwnerOnly);
        return new DiskBlobStore(new LocalDisk(FolderOf(catalog)));
    }
}
