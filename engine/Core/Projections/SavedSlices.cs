namespace Catalog.Engine.Core.Projections;

/// <summary>A model's slices where nothing has to come between them.</summary>
internal static class SavedSlices
{
    /// <summary>Encodes all that is left. O(model).</summary>
    /// <param name="slices">What <see cref="ISlicedProjection.SaveSlices"/> gave; disposed here.</param>
    public static void Finish(IEnumerator<bool> slices)
    {
        using (slices)
        {
            while (slices.MoveNext())
            {
            }
        }
    }
}
