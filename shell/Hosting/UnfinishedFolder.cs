using Catalog.Engine.Storage.Disks;

namespace Catalog.Shell.Hosting;

/// <summary>
/// The mark of a data folder that is being filled: a file that is there from before the first fact until after the
/// last. A folder left with it holds a part of what it should, and no server opens it.
/// </summary>
public static class UnfinishedFolder
{
    private const string FileName = "unfinished";

    /// <summary>Marks the folder; durable when it returns.</summary>
    public static void Mark(IDisk disk)
    {
        ArgumentNullException.ThrowIfNull(disk);
        using (IDiskFile file = disk.Open(FileName))
        {
            file.Write(0, "This folder was being filled. While this file is here it is of no use.\n"u8);
            file.Sync();
        }

        disk.SyncFolder("");
    }

    /// <summary>Takes the mark away; durable when it returns.</summary>
    public static void Clear(IDisk disk)
    {
        ArgumentNullException.ThrowIfNull(disk);
        disk.Delete(FileName);
        disk.SyncFolder("");
    }

    /// <summary>Whether the folder is marked.</summary>
    public static bool IsMarked(IDisk disk)
    {
        ArgumentNullException.ThrowIfNull(disk);
        return disk.Exists(FileName);
    }
}
