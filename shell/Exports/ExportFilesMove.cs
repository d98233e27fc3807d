using Catalog.Engine.Storage.Blobs;
using Catalog.Engine.Storage.Disks;
using Catalog.Shell.Cluster.Blobs;
using Catalog.Shell.Cluster.Moving;
using Npgsql;

namespace Catalog.Shell.Exports;

/// <summary>Copies exported files from the data folder to where a cluster keeps blobs.</summary>
internal sealed class ExportFilesMove(IBlobStore blobs) : IFolderPart
{
    /// <inheritdoc/>
    public async Task<string> MoveAsync(string folder, NpgsqlConnection into, CancellationToken cancel)
    {
        string local = LocalBlobs.FolderIn(folder);
        int count = 0;
        if (!Directory.Exists(local)) return "0 exported files";
        var store = new DiskBlobStore(new LocalDisk(local));
        await foreach (BlobEntry entry in store.AllAsync(ExportFiles.Folder, cancel))
        {
            await using Stream? file = await store.OpenAsync(entry.Name, cancel: cancel);
            if (file is null) continue;
            await blobs.PutAsync(entry.Name, file, cancel);
            count++;
        }

        return $"{count:N0} exported files";
    }
}
