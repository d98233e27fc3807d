namespace Catalog.Engine.Tests.Storage.Disks;

/// <summary>A folder that is gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("catalog-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
