using Catalog.Engine.Storage.Disks;
using Catalog.Shell.Cluster.Nodes;
using Catalog.Shell.Cluster.Postgres;
using Catalog.Shell.Cluster.Postgres.Blobs;
using Catalog.Shell.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Catalog.Engine.Tests.Cluster.Nodes;

public sealed class ClusterFolderTests
{
    [Fact]
    public void A_folder_with_a_journal_of_its_own_is_refused_before_anything_is_connected()
    {
        string folder = Directory.CreateTempSubdirectory("catalog-node-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "journal"));
            var options = new PostgresOptions { ConnectionString = "Host=127.0.0.1;Port=1" };
            using var database = new PostgresDatabase(options, NullLogger<PostgresDatabase>.Instance);
            var storage = new ClusterStorage(database, new PostgresBlobStore(database), new ClusterOptions());
            var disk = new LocalDisk(folder);
            using IDisposable locked = disk.Lock();
            var setup = new StorageSetup(disk, locked, static (text, _) => Assert.Fail(text), static _ => { });
            IOException refused = Assert.Throws<IOException>(() => storage.Open(setup));
            Assert.Contains("has a journal of its own", refused.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
