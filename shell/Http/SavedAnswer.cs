namespace Catalog.Shell.Http;

/// <summary>A record that was saved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Revision">What the next change says it was made from.</param>
public sealed record SavedAnswer(string Id, int Revision) : IExampled<SavedAnswer>
{
    /// <inheritdoc/>
    public static SavedAnswer Example => new("1", 2);
}
