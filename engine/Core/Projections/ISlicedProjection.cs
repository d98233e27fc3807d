using Catalog.Engine.Core.Memory;

namespace Catalog.Engine.Core.Projections;

/// <summary>
/// A model so large that facts cannot wait until all of it is encoded: what it is at a moment is encoded a slice at a
/// time, with facts applied between the slices.
/// </summary>
internal interface ISlicedProjection
{
    /// <summary>
    /// Writes what <see cref="IProjection.Save"/> would at the time of the first step, a slice a step: some 100 KB at
    /// most. Disposed when it is at its end, or not needed any more; there is one at a time.
    /// </summary>
    /// <param name="into">Where it goes; whatever takes full arrays out of it does so between two values.</param>
    IEnumerator<bool> SaveSlices(ByteBuffer into);
}
