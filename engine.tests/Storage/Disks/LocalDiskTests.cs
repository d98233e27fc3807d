using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Tests.Storage.Disks;

public sealed class LocalDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        LocalDisk disk = new(_folder.Path);
        using (IDiskFile file = disk.Open("a/b/c"))
        {
            file.Write(10, "hello"u8);
            file.Sync();
            Assert.Equal(15, file.LengthBytes);
        }

        disk.SyncFolder("a/b");
        using IDiskFile again = new LocalDisk(_folder.Path).Open("a/b/c");
        byte[] buffer = new byte[20];
        Assert.Equal(5, again.Read(10, buffer));
        Assert.Equal("hello"u8, buffer.AsSpan(0, 5));
        Assert.Equal(15, again.Read(0, buffer));
        again.SetLength(12);
        Assert.Equal(2, again.Read(10, buffer));
        Assert.Equal(0, again.Read(12, buffer));
    }

    [Fact]
    public void RenameReplacesAndDeleteForgets()
    {
        LocalDisk disk = new(_folder.Path);
        using (IDiskFile one = disk.Open("f/one")) one.Write(0, "1"u8);
        using (IDiskFile two = disk.Open("f/two")) two.Write(0, "2"u8);
        disk.Rename("f/one", "f/two");
        Assert.Equal(["two"], disk.List("f"));
        using (IDiskFile two = disk.Open("f/two"))
        {
            byte[] buffer = new byte[1];
            two.Read(0, buffer);
            Assert.Equal((byte)'1', buffer[0]);
        }

        disk.Delete("f/two");
        disk.Delete("f/two");
        Assert.False(disk.Exists("f/two"));
        Assert.Empty(disk.List("f"));
        Assert.Empty(disk.List("nowhere"));
    }

    [Fact]
    public void ListsInOrdinalOrder()
    {
        LocalDisk disk = new(_folder.Path);
        foreach (string name in (string[])["b", "B", "a", "_"]) disk.Open("f/" + name).Dispose();
        Assert.Equal(["B", "_", "a", "b"], disk.List("f"));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData(".")]
    public void RefusesPathsOutOfTheRoot(string path)
    {
        LocalDisk disk = new(Path.Combine(_folder.Path, "root"));
        Assert.Throws<ArgumentException>(() => disk.Open(path));
        Assert.Throws<ArgumentException>(() => disk.Delete(path));
        Assert.Throws<ArgumentException>(() => disk.Rename("a", path));
    }

    [Fact]
    public void RefusesTheSiblingWhoseNameBeginsLikeTheRoot()
    {
        LocalDisk disk = new(Path.Combine(_folder.Path, "root"));
        Assert.Throws<ArgumentException>(() => disk.Open("../root-too/file"));
    }

    [Fact]
    public void ASecondLockIsRefusedAndNamesFolderAndProcess()
    {
        LocalDisk disk = new(_folder.Path);
        using (disk.Lock())
        {
            DiskInUseException e = Assert.Throws<DiskInUseException>(() => new LocalDisk(_folder.Path).Lock());
            Assert.Contains(disk.Root, e.Message, StringComparison.Ordinal);
            if (OperatingSystem.IsLinux())
                Assert.Contains($"process {Environment.ProcessId}", e.Message, StringComparison.Ordinal);
        }

        new LocalDisk(_folder.Path).Lock().Dispose();
    }
}
