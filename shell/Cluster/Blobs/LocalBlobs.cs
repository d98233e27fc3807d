using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Disks;
using Catalog.Shell.Options;

namespace Catalog.Shell.Cluster.Blobs;

/// <summary>Blobs as files of the data folder.</summary>
internal static class LocalBlobs
{
    /// <summary>Where they lie.</summary>
    internal static string FolderOf(CatalogOptions catalog) => FolderIn(catalog.DataPath);

    /// <summary>Where they lie in a data folder.</summary>
    internal static string FolderIn(string folder) => Path.Combine(folder, "blobs");

    /// <summary>Opens the store.</summary>
    internal static DiskBlobStore Open(CatalogOptions catalog)
    {
        DataFolder.Create(catalog.DataPath);
        return new DiskBlobStore(new LocalDisk(FolderOf(catalog)));
    }
}
