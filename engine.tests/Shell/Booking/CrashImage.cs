namespace Catalog.Engine.Tests.Shell.Booking;

/// <summary>
/// A data folder as a crash would leave it: copied while the server runs, without the goodbye of a clean stop.
/// </summary>
internal static class CrashImage
{
    public static string Take(string folder)
    {
        while (true)
        {
            try
            {
                return Copy(folder);
            }
            catch (FileNotFoundException)
            {
                // The server renamed a file meanwhile; no moment in time looked like this copy.
            }
        }
    }

    private static string Copy(string folder)
    {
        string image = Directory.CreateTempSubdirectory("catalog-crash-").FullName;
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            // A crash lets go of the lock.
            if (Path.GetFileName(path) == "lock") continue;
            string target = Path.Combine(image, Path.GetRelativePath(folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);

            // Shared with writers: the server has the file open.
            using var from = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using FileStream to = File.Create(target);
            from.CopyTo(to);
        }

        return image;
    }
}
