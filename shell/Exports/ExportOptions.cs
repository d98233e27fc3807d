using System.ComponentModel.DataAnnotations;

namespace Catalog.Shell.Exports;

/// <summary>What exports may take of the disk (<c>Catalog:Exports</c>). Read once at start.</summary>
public sealed class ExportOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Catalog:Exports";

    /// <summary>All files together, in megabytes: the oldest are deleted for the newest.</summary>
    [Range(1, 1_000_000)]
    public int MaxMegabytes { get; set; } = 1024;

    /// <summary>One file, in megabytes: an export that becomes larger fails.</summary>
    [Range(1, 1_000_000)]
    public int MaxFileMegabytes { get; set; } = 512;

    /// <summary>Days a file is kept.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 30;
}
