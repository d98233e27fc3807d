namespace Catalog.Engine.Tests.House;

/// <summary>The working tree the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] SourceFolders =
        ["engine", "ws-gateway", "ws-gateway.host", "shell", "bench", "tools", "engine.tests"];

    private static readonly string[] ForeignFolders = ["bin", "obj", "node_modules"];

    /// <summary>The folder that holds the solution, above the test assembly.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>The configuration the tests were built in: the assembly lies in bin/Configuration/framework.</summary>
    internal static string Configuration { get; } =
        new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Parent!.Name;

    /// <summary>Every C# file of the repository, parsed, in the order of their paths.</summary>
    internal static IReadOnlyList<SourceFile> Sources() => AllSources.Value;

    /// <summary>The full path of a path in the repository.</summary>
    internal static string FullPath(string path) => Path.Combine(Root, path);

    private static readonly Lazy<IReadOnlyList<SourceFile>> AllSources = new(() =>
    [
        .. SourceFolders
            .Select(FullPath)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(ForeignFolders.Contains))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, File.ReadAllText(FullPath(path)))),
    ]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Catalog.sln"))) return folder.FullName;
        throw new InvalidOperationException("The tests do not lie inside the repository.");
    }
}
