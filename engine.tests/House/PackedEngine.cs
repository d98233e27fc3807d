namespace Catalog.Engine.Tests.House;

/// <summary>The engine's package, packed once for all tests of it, into a folder that goes away with them.</summary>
public sealed class PackedEngine : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("catalog-package-");

    public PackedEngine()
    {
        Directory.CreateDirectory(Feed);

        // What the tests run against is built already: pack that, in the configuration it was built in.
        string project = Repository.FullPath("engine/Catalog.Engine.csproj");
        string[] arguments = ["pack", project, "-c", Repository.Configuration, "--no-build", "-o", Feed, "-v", "q"];
        Subprocess.Run(Repository.Root, "dotnet", [.. arguments, "-nodeReuse:false"]);
    }

    /// <summary>The folder the package lies in, which a client can use as a source.</summary>
    internal string Feed => Path.Combine(Folder, "feed");

    /// <summary>The folder above it, for projects that use the package.</summary>
    internal string Folder => _folder.FullName;

    internal string PackagePath => Assert.Single(Directory.GetFiles(Feed, "*.nupkg"));

    internal string SymbolsPath => Assert.Single(Directory.GetFiles(Feed, "*.snupkg"));

    public void Dispose() => _folder.Delete(recursive: true);
}
