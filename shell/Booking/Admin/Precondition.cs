using System.Globalization;
using Catalog.Shell.Http;

namespace Catalog.Shell.Booking.Admin;

/// <summary>
/// The revision a change was made from, so that two people do not overwrite each other: <c>If-Match</c> with the
/// record's ETag (RFC 9110, section 13.1.1), or <c>revision</c> in the query.
/// </summary>
/// <param name="Revision">The revision.</param>
/// <param name="Conflict">The problem to answer when the record has another one by now.</param>
internal readonly record struct Precondition(int Revision, ProblemCode Conflict)
{
    /// <summary>Reads it from a request.</summary>
    /// <returns>Null, or the problem to answer.</returns>
    public static ProblemCode? Read(HttpContext context, int? queryRevision, out Precondition found)
    {
        found = default;
        string tag = context.Request.Headers.IfMatch.ToString();
        if (tag.Length == 0)
        {
            if (queryRevision is not { } revision) return BookingProblems.RevisionRequired;
            found = new Precondition(revision, BookingProblems.RevisionConflict);
            return null;
        }

        bool isTag = tag.Length > 2 && tag[0] == '"' && tag[^1] == '"';
        ReadOnlySpan<char> number = isTag ? tag.AsSpan(1, tag.Length - 2) : default;
        bool isRevision = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int known);

        // A tag of no form this server gives matches nothing.
        found = new Precondition(isRevision ? known : int.MaxValue, BookingProblems.RevisionMismatch);
        return null;
    }
}
