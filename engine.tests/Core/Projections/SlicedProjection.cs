using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Core.Projections;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Projections;

/// <summary>The sums, encoded in as many slices as the test wants: the two numbers first, then nothing.</summary>
internal sealed class SlicedProjection : IProjection, ISlicedProjection
{
    private readonly SumProjection _sums = new();
    private int _saveCount;
    private int _disposedCount;

    public string Name => _sums.Name;

    public int Version => _sums.Version;

    /// <summary>Whether a save goes on after a slice; told which save it is, from 1.</summary>
    public required Func<int, bool> GoesOn { get; init; }

    public int SaveCount => Volatile.Read(ref _saveCount);

    public int DisposedCount => Volatile.Read(ref _disposedCount);

    public (long Count, ulong Hash) State => _sums.State;

    public bool Wants(in EventHeader header) => _sums.Wants(in header);

    public void Apply(in EventHeader header, ReadOnlySpan<byte> payload) => _sums.Apply(in header, payload);

    public void Save(ref MessagePackWriter writer) => _sums.Save(ref writer);

    public IEnumerator<bool> SaveSlices(ByteBuffer into)
    {
        int save = Interlocked.Increment(ref _saveCount);
        try
        {
            var writer = new MessagePackWriter(into);
            _sums.Save(ref writer);
            while (GoesOn(save)) yield return true;
        }
        finally
        {
            Interlocked.Increment(ref _disposedCount);
        }
    }

    public void Load(ref MessagePackReader reader) => _sums.Load(ref reader);

    public void Reset() => _sums.Reset();
}
