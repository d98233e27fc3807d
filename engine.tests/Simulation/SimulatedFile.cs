using Catalog.Engine.Storage.Disks;

namespace Catalog.Engine.Tests.Simulation;

/// <summary>An open file of a <see cref="SimulatedDisk"/>; keeps its content whatever happens to its name.</summary>
internal sealed class SimulatedFile(SimulatedDisk disk, string path, SimulatedContent content, int life) : IDiskFile
{
    internal string Path { get; } = path;

    internal SimulatedContent Content { get; } = content;

    internal int Life { get; } = life;

    public long LengthBytes => disk.LengthOf(this);

    public void Write(long offset, ReadOnlySpan<byte> bytes) => disk.Write(this, offset, bytes);

    public int Read(long offset, Span<byte> buffer) => disk.Read(this, offset, buffer);

    public void Sync() => disk.Sync(this);

    public void SetLength(long lengthBytes) => disk.SetLength(this, lengthBytes);

    public void Dispose()
    {
    }
}
