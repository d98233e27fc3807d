using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Contracts;

/// <summary>A record of the catalogue that was saved.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Revision">What the next change says it was made from.</param>
public sealed record SavedAnswer(string Id, int Revision) : IExampled<SavedAnswer>
{
    /// <inheritdoc/>
    public static SavedAnswer Example => new("1", 2);
}
