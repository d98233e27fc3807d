namespace Catalog.Shell.Options;

/// <summary>The data folder as such.</summary>
internal static class DataFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Makes it unless it is there. Password hashes and personal data lie in it: on systems with modes, nobody else
    /// may look. Whoever makes a folder below it makes it first, because folders between get the mode of any.
    /// </summary>
    internal static void Create(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly);
    }
}
