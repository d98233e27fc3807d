using System.Globalization;
using Catalog.Engine.Storage.Blobs;
using Catalog.Shell.Cluster.Blobs;
using Catalog.Shell.Options;

namespace Catalog.Shell.Exports;

/// <summary>
/// The files: blobs <c>exports/…</c>, named by the export's id, so every node can serve them. What has its name is
/// whole. Thread-safe, but for writing the same one twice at once.
/// </summary>
public sealed class ExportFiles(CatalogOptions catalog, ExportOptions options, IBlobStore blobs)
{
    private const long MegaByte = 1024 * 1024;
    /// <summary>Where they are among the blobs.</summary>
    internal const string Folder = "exports/";


    /// <summary>The most a file may have, in bytes.</summary>
    public long MaxBytes => options.MaxFileMegabytes * MegaByte;

    /// <summary>The ending of a format's files.</summary>
    public static string EndingOf(ExportFormat format) => format == ExportFormat.Pdf ? "pdf" : "csv";

    /// <summary>The content type of a format's files.</summary>
    public static string ContentTypeOf(ExportFormat format) =>
        format == ExportFormat.Pdf ? "application/pdf" : "text/csv; charset=utf-8";

    /// <summary>Writes a file; it is there when this returns.</summary>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="ExportTooLargeException">It would become larger than it may.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task<long> WriteAsync(
        ExportJob job, Func<Stream, CancellationToken, Task> write, CancellationToken cancel)
    {
        BlobInfo info = await blobs.PutAsync(
            NameOf(job), (into, stop) => write(new BoundedStream(into, MaxBytes), stop), cancel);
        return info.SizeBytes;
    }

    /// <summary>Opens a file, which can be sought; null when it is not there any more.</summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    public ValueTask<Stream?> OpenAsync(ExportJob job, CancellationToken cancel) =>
        blobs.OpenAsync(NameOf(job), cancel: cancel);

    /// <summary>Whether the file is there.</summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    public async ValueTask<bool> HasAsync(ExportJob job, CancellationToken cancel) =>
        await blobs.FindAsync(NameOf(job), cancel) is not null;

    /// <summary>Tells for many whether their file is there. O(files).</summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    public async ValueTask<Func<ExportJob, bool>> LookAsync(CancellationToken cancel)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (BlobEntry entry in blobs.AllAsync(Folder, cancel)) names.Add(entry.Name);
        return job => names.Contains(NameOf(job));
    }

    /// <summary>Deletes a file if it is there.</summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    public ValueTask DeleteAsync(ExportJob job, CancellationToken cancel) => blobs.DeleteAsync(NameOf(job), cancel);

    /// <summary>
    /// Deletes files that are too old or belong to no export any more, and the oldest until the largest file that may
    /// come has room. O(files).
    /// </summary>
    /// <exception cref="IOException">The store does not answer.</exception>
    public async Task TidyAsync(DateTimeOffset now, IReadOnlyCollection<ExportJob> known, CancellationToken cancel)
    {
        var jobs = known.Where(static job => job.State != ExportState.Cancelled).ToDictionary(NameOf);
        var kept = new List<(ExportJob Job, long SizeBytes)>();
        await foreach (BlobEntry entry in blobs.AllAsync(Folder, cancel))
        {
            if (jobs.TryGetValue(entry.Name, out ExportJob? job)) kept.Add((job, entry.SizeBytes));
            else await blobs.DeleteAsync(entry.Name, cancel);
        }

        long total = kept.Sum(static each => each.SizeBytes);
        long room = Math.Max(0, (options.MaxMegabytes * MegaByte) - MaxBytes);
        long oldest = now.AddDays(-options.KeepDays).ToUnixTimeMilliseconds();
        foreach ((ExportJob job, long size) in kept.OrderBy(static each => each.Job.Id))
        {
            bool isTooOld = job.IsOver && job.EndedMs < oldest;
            if (!isTooOld && total <= room) continue;
            total -= size;
            await blobs.DeleteAsync(NameOf(job), cancel);
        }
    }

    /// <summary>
    /// Takes over files that lie elsewhere in the data folder: where earlier versions kept them, and where they were
    /// before another store was configured. Once, before anything is written.
    /// </summary>
    /// <exception cref="IOException">The store does not answer; what was not taken over stays.</exception>
    public async Task AdoptAsync(CancellationToken cancel)
    {
        await AdoptPlainAsync(Path.Combine(catalog.DataPath, "exports"), cancel);
        if (blobs is DiskBlobStore || !Directory.Exists(LocalBlobs.FolderOf(catalog))) return;
        DiskBlobStore local = LocalBlobs.Open(catalog);
        await foreach (BlobEntry entry in local.AllAsync(Folder, cancel))
        {
            await using Stream? file = await local.OpenAsync(entry.Name, cancel: cancel);
            if (file is not null) await blobs.PutAsync(entry.Name, file, cancel);
            await local.DeleteAsync(entry.Name, cancel);
        }
    }

    private async Task AdoptPlainAsync(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder)) return;
        foreach (string path in Directory.GetFiles(folder))
        {
            string name = Folder + Path.GetFileName(path);
            bool isWhole = !path.EndsWith(".part", StringComparison.Ordinal) && BlobName.IsValid(name);
            if (isWhole)
            {
                await using FileStream file = File.OpenRead(path);
                await blobs.PutAsync(name, file, cancel);
            }

            File.Delete(path);
        }

        Directory.Delete(folder);
    }

    private static string NameOf(ExportJob job) =>
        Folder + job.Id.ToString(CultureInfo.InvariantCulture) + "." + EndingOf(job.Format);
}
