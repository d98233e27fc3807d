using System.Globalization;

namespace Catalog.Shell.Http;

/// <summary>
/// The revision a change was made from, so that two people do not overwrite each other: <c>If-Match</c> with the
/// record's ETag (RFC 9110, section 13.1.1), or <c>revision</c> in the query.
/// </summary>
/// <param name="Revision">The revision.</param>
/// <param name="Conflict">The problem to answer when the record has another one by now.</param>
internal readonly record struct Precondition(int Revision, ProblemCode Conflict)
{
    /// <summary>Makes a revision the ETag of what is answered.</summary>
    public static void SetTag(HttpContext context, int revision) =>
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{revision}\"");

    /// <summary>Reads it from a request that has no other query, or answers what is wrong with it.</summary>
    /// <returns>Null when it did, and the handler is done.</returns>
    public static async Task<Precondition?> ReadAsync(HttpContext context)
    {
        var query = new QueryReader(context);
        int? revision = query.Number("revision", 1, int.MaxValue);
        if (await query.RefusedAsync()) return null;
        if (Read(context, revision, out Precondition found) is not { } problem) return found;
        await Problems.WriteAsync(context, problem);
        return null;
    }

    /// <summary>Reads it from a request.</summary>
    /// <returns>Null, or the problem to answer.</returns>
    private static ProblemCode? Read(HttpContext context, int? queryRevision, out Precondition found)
    {
        found = default;
        string tag = context.Request.Headers.IfMatch.ToString();
        if (tag.Length == 0)
        {
            if (queryRevision is not { } revision) return ProblemCodes.RevisionRequired;
            found = new Precondition(revision, ProblemCodes.RevisionConflict);
            return null;
        }

        bool isTag = tag.Length > 2 && tag[0] == '"' && tag[^1] == '"';
        ReadOnlySpan<char> number = isTag ? tag.AsSpan(1, tag.Length - 2) : default;
        bool isRevision = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int known);

        // A tag of no form this server gives matches nothing.
        found = new Precondition(isRevision ? known : int.MaxValue, ProblemCodes.RevisionMismatch);
        return null;
    }
}
