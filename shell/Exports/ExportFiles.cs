using System.Globalization;
using Catalog.Shell.Options;

namespace Catalog.Shell.Exports;

/// <summary>
/// The files, in <c>exports/</c> of the data folder, named by the export's id. A file is written aside and renamed when
/// it is whole, so what has its name is whole. Thread-safe, but for writing the same one twice at once.
/// </summary>
public sealed class ExportFiles
{
    private const long MegaByte = 1024 * 1024;
    private const string Aside = ".part";
    private readonly string _folder;
    private readonly ExportOptions _options;

    /// <summary>Makes the folder, and clears away what was being written when the process ended.</summary>
    public ExportFiles(CatalogOptions catalog, ExportOptions options)
    {
        _options = options;
        _folder = Path.Combine(catalog.DataPath, "exports");
        Directory.CreateDirectory(_folder);
        foreach (string path in Directory.EnumerateFiles(_folder, "*" + Aside)) File.Delete(path);
    }

    /// <summary>The most a file may have, in bytes.</summary>
    public long MaxBytes => _options.MaxFileMegabytes * MegaByte;

    /// <summary>The ending of a format's files.</summary>
    public static string EndingOf(ExportFormat format) => format == ExportFormat.Pdf ? "pdf" : "csv";

    /// <summary>The content type of a format's files.</summary>
    public static string ContentTypeOf(ExportFormat format) =>
        format == ExportFormat.Pdf ? "application/pdf" : "text/csv; charset=utf-8";

    /// <summary>Begins a file; it counts once it is kept.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public Stream Begin(ExportJob job) =>
        new BoundedStream(new FileStream(PathOf(job) + Aside, FileMode.Create, FileAccess.ReadWrite), MaxBytes);

    /// <summary>Keeps a file that was written to its end, under its name.</summary>
    public void Keep(ExportJob job) => File.Move(PathOf(job) + Aside, PathOf(job), overwrite: true);

    /// <summary>Gives a file up that was begun.</summary>
    public void Abandon(ExportJob job) => File.Delete(PathOf(job) + Aside);

    /// <summary>Opens a file; null when it is not there any more.</summary>
    public FileStream? Open(ExportJob job)
    {
        try
        {
            return new FileStream(PathOf(job), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the file is there.</summary>
    public bool Has(ExportJob job) => File.Exists(PathOf(job));

    /// <summary>Deletes a file if it is there.</summary>
    public void Delete(ExportJob job) => File.Delete(PathOf(job));

    /// <summary>
    /// Deletes files that are too old or belong to no export any more, and the oldest until the largest file that may
    /// come has room. O(files).
    /// </summary>
    public void Tidy(DateTimeOffset now, IReadOnlyCollection<ExportJob> known)
    {
        var jobs = known.Where(static job => job.State != ExportState.Cancelled).ToDictionary(PathOf);
        var kept = new List<(ExportJob Job, FileInfo File)>();
        foreach (FileInfo file in new DirectoryInfo(_folder).EnumerateFiles())
        {
            bool isBeingWritten = file.Name.EndsWith(Aside, StringComparison.Ordinal);
            if (jobs.TryGetValue(Path.Combine(_folder, file.Name), out ExportJob? job)) kept.Add((job, file));
            else if (!isBeingWritten) file.Delete();
        }

        long total = kept.Sum(static each => each.File.Length);
        long room = Math.Max(0, (_options.MaxMegabytes * MegaByte) - MaxBytes);
        long oldest = now.AddDays(-_options.KeepDays).ToUnixTimeMilliseconds();
        foreach ((ExportJob job, FileInfo file) in kept.OrderBy(static each => each.Job.Id))
        {
            bool isTooOld = job.IsOver && job.EndedMs < oldest;
            if (!isTooOld && total <= room) continue;
            total -= file.Length;
            file.Delete();
        }
    }

    private string PathOf(ExportJob job) => Path.Combine(
        _folder, job.Id.ToString(CultureInfo.InvariantCulture) + "." + EndingOf(job.Format));
}
