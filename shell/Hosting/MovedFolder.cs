using System.Text;
using Catalog.Engine.Storage.Disks;

namespace Catalog.Shell.Hosting;

/// <summary>
/// The mark of a data folder whose journal goes on in PostgreSQL: a file with that journal's name. The folder is as it
/// was, and no server goes on with it by mistake.
/// </summary>
internal static class MovedFolder
{
    /// <summary>The file.</summary>
    internal const string FileName = "moved";

    private const int MaxBytes = 4096;

    /// <summary>Marks the folder; durable when it returns.</summary>
    /// <param name="disk">The folder.</param>
    /// <param name="journal">The journal's name.</param>
    /// <param name="host">Where it is now, for people.</param>
    internal static void Mark(IDisk disk, string journal, string host)
    {
        disk.Delete(FileName);
        using (IDiskFile file = disk.Open(FileName))
        {
            file.Write(0, Encoding.UTF8.GetBytes($"{journal}\nThe journal of this folder goes on at {host}.\n"));
            file.Sync();
        }

        disk.SyncFolder("");
    }

    /// <summary>The name of the journal the folder's was moved into, or was to be; null for a folder without the mark.
    /// </summary>
    internal static string? JournalOf(IDisk disk)
    {
        if (!disk.Exists(FileName)) return null;
        using IDiskFile file = disk.Open(FileName);
        Span<byte> bytes = stackalloc byte[MaxBytes];
        return Encoding.UTF8.GetString(bytes[..file.Read(0, bytes)]).Split('\n')[0];
    }
}
